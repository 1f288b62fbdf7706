import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CLOSE, type DeviceSecret } from '../protocol/signaling.ts';
import { SignalingClient } from './signaling-client.ts';

/** Longer than any timer of the client, in milliseconds. */
const LONG_MS = 60_000;

/** A socket that does what the test says, and nothing by itself. */
class Socket {
  static readonly OPEN = 1;
  static all: Socket[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  constructor() {
    Socket.all.push(this);
  }
  send(): void {}
  close(): void {}
}

function start() {
  const states: string[] = [];
  const identity = { secret: 'secret' as DeviceSecret, kind: 'phone', name: 'Aki' } as const;
  const listener = { state: (state: string) => void states.push(state), message() {} };
  const client = new SignalingClient('ws://router/signal', identity, listener);
  client.connect();
  return { client, states };
}

beforeEach(() => {
  Socket.all = [];
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', Socket);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a router that does not answer makes it offline after a while', () => {
  const { states } = start();
  vi.advanceTimersByTime(LONG_MS);
  expect(states).toEqual(['offline']);
});

test('stopped while it was connecting, it says nothing more and opens no socket', () => {
  const { client, states } = start();
  client.stop();
  vi.advanceTimersByTime(LONG_MS);
  client.renew();
  expect(states).toEqual([]);
  expect(Socket.all).toHaveLength(1);
});

test('stopped between two tries, likewise', () => {
  const { client, states } = start();
  Socket.all[0]?.onclose?.({ code: 1006 });
  client.stop();
  vi.advanceTimersByTime(LONG_MS);
  expect(states).toEqual([]);
  expect(Socket.all).toHaveLength(1);
});

test('replaced by another page, it stays so', () => {
  const { states } = start();
  Socket.all[0]?.onclose?.({ code: CLOSE.replaced });
  vi.advanceTimersByTime(LONG_MS);
  expect(states).toEqual(['replaced']);
  expect(Socket.all).toHaveLength(1);
});

test('connected again after it was stopped, it goes offline as at first', () => {
  const { client, states } = start();
  client.stop();
  client.connect();
  vi.advanceTimersByTime(LONG_MS);
  expect(states).toEqual(['offline']);
});
