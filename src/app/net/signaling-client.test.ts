import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isProvenTo, type SignedHello } from '../../protocol/hello-event.ts';
import { idOf, newSecret, publicKeyOf } from '../../protocol/keys.ts';
import { CLOSE } from '../../protocol/signaling.ts';
import { newKey, OwnKey } from '../device/own-key.ts';
import { SignalingClient } from './signaling-client.ts';

/** Longer than any timer of the client, in milliseconds. */
const LONG_MS = 60_000;

/** A socket that does only what the test says. */
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
  sent: { readonly type: string }[] = [];
  send(data: string): void {
    this.sent.push(JSON.parse(data));
  }
  /** The router is there. */
  open(): void {
    this.readyState = Socket.OPEN;
    this.onopen?.();
  }
  /** The router asks who this is, and sends its welcome. */
  welcome(): void {
    this.open();
    this.say(CHALLENGE);
    this.say(WELCOME);
  }
  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  isClosed = false;
  close(): void {
    this.isClosed = true;
  }
}

const SECRET = newSecret();
const WELCOME = {
  type: 'welcome',
  version: 2,
  self: idOf(publicKeyOf(SECRET)),
  router: { id: 'CaJnJDPpIm_BgPv9', name: 'R1' },
  devices: [],
};

const CHALLENGE = { type: 'challenge', challenge: 'mnopqrstuvwxyz0123456A', router: WELCOME.router.id };

function start() {
  const states: string[] = [];
  const key = new OwnKey(newKey(SECRET), () => {});
  const identity = { key, kind: 'phone', name: 'Aki' } as const;
  const listener = {
    state: (state: string) => void states.push(state),
    message() {},
    crowded: () => void states.push('crowded'),
  };
  const client = new SignalingClient('ws://router/signal', identity, listener);
  client.connect();
  return { client, states, key };
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

const hellos = (socket: Socket | undefined) => (socket?.sent ?? []).filter(({ type }) => type === 'hello');

test('it says nothing until the router asks who it is, and signs what that router asked', () => {
  const { key } = start();
  const [socket] = Socket.all;
  socket?.open();
  expect(socket?.sent).toEqual([]);
  socket?.say(CHALLENGE);
  expect(socket?.sent).toMatchObject([{ type: 'hello', version: 2, key: key.publicKey, name: 'Aki', kind: 'phone' }]);
  const [hello] = hellos(socket) as unknown as [SignedHello];
  const { challenge } = CHALLENGE;
  expect(isProvenTo(WELCOME.router.id, { ...hello, challenge })).toBe(true);
  expect(JSON.stringify(socket?.sent)).not.toContain(key.secret);
});

test('who was welcomed answers no further question on that socket', () => {
  start();
  const [socket] = Socket.all;
  socket?.welcome();
  socket?.say(CHALLENGE);
  expect(hellos(socket)).toHaveLength(1);
});

test('who has answered once answers no further question on that socket: a router could pass on what others ask', () => {
  start();
  const [socket] = Socket.all;
  socket?.open();
  socket?.say(CHALLENGE);
  socket?.say({ ...CHALLENGE, router: 'another-router-_', challenge: 'B'.repeat(21).concat('A') });
  expect(hellos(socket)).toHaveLength(1);
});

test.each([
  ['this device for another one', { self: 'AbCdEfGhIjKlMnOp' }],
  ['itself for another router than before', { router: { id: 'another-router-_', name: 'R2' } }],
])('a router that takes %s is left, and tried again later', (_, other) => {
  const { client, states } = start();
  const [socket] = Socket.all;
  socket?.open();
  socket?.say(CHALLENGE);
  socket?.say({ ...WELCOME, ...other });
  expect(socket?.isClosed).toBe(true);
  expect(states).not.toContain('online');
  expect(client.send({ type: 'bye' })).toBe(false);
  vi.advanceTimersByTime(1_000);
  Socket.all[1]?.welcome();
  expect(states.at(-1)).toBe('online');
});

test('a welcome before anything was asked and answered is none', () => {
  const { states } = start();
  Socket.all[0]?.open();
  Socket.all[0]?.say(WELCOME);
  expect(states).not.toContain('online');
});

test('each hello has a greater claim than all before, even when the clock went back', () => {
  const { client } = start();
  Socket.all[0]?.welcome();
  vi.setSystemTime(Date.now() - 24 * 60 * 60 * 1000);
  client.renew();
  vi.advanceTimersByTime(1_000);
  Socket.all[1]?.welcome();
  const [first, second] = Socket.all.map((socket) => (hellos(socket)[0] as unknown as SignedHello).claim);
  expect(second).toBeGreaterThan(first ?? Number.POSITIVE_INFINITY);
});

test('a router that does not answer makes it offline after a while', () => {
  const { states } = start();
  vi.advanceTimersByTime(LONG_MS);
  expect(new Set(states)).toEqual(new Set(['offline']));
});

test('stopped while connecting, it reports nothing more and opens no socket', () => {
  const { client, states } = start();
  client.stop();
  vi.advanceTimersByTime(LONG_MS);
  client.renew();
  expect(states).toEqual([]);
  expect(Socket.all).toHaveLength(1);
});

test('stopped between two tries, it does the same', () => {
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

test('older or newer than its router, it says so and opens no socket: only another page helps', () => {
  const { states } = start();
  Socket.all[0]?.open();
  Socket.all[0]?.say(CHALLENGE);
  Socket.all[0]?.onclose?.({ code: CLOSE.versionMismatch });
  vi.advanceTimersByTime(LONG_MS);
  expect(states).toEqual(['outdated']);
  expect(Socket.all).toHaveLength(1);
});

test('not believed, it tries again with what is asked then', () => {
  const { states } = start();
  Socket.all[0]?.open();
  Socket.all[0]?.say(CHALLENGE);
  Socket.all[0]?.onclose?.({ code: CLOSE.notProven });
  vi.advanceTimersByTime(1_000);
  Socket.all[1]?.welcome();
  expect(states.at(-1)).toBe('online');
});

test('connected again after it was stopped, it goes offline as after a start', () => {
  const { client, states } = start();
  client.stop();
  client.connect();
  vi.advanceTimersByTime(LONG_MS);
  expect(new Set(states)).toEqual(new Set(['offline']));
});

test('a page that wakes up asks the router, and detects a dead socket within seconds', () => {
  const { client, states } = start();
  Socket.all[0]?.welcome();
  client.probe();
  expect(Socket.all[0]?.sent.at(-1)).toEqual({ type: 'pong', asks: true });
  for (let second = 0; second < 3; second += 1) {
    vi.advanceTimersByTime(1_000);
    client.probe(); // more events of the same wake-up
  }
  expect(states).toEqual(['online']);
  vi.advanceTimersByTime(1_000);
  expect(states).toEqual(['online', 'reconnecting']);
  vi.advanceTimersByTime(1_000);
  expect(Socket.all).toHaveLength(2);
  Socket.all[1]?.welcome();
  expect(states.at(-1)).toBe('online');
});

test('a router that answers keeps its page, which asks anew the next time', () => {
  const { client, states } = start();
  const [socket] = Socket.all;
  socket?.welcome();
  for (let waking = 0; waking < 3; waking += 1) {
    client.probe();
    vi.advanceTimersByTime(3_000);
    socket?.say({ type: 'ping' });
    vi.advanceTimersByTime(30_000);
  }
  expect(states).toEqual(['online']);
  expect(socket?.sent.filter(({ type }) => type === 'pong')).toHaveLength(6);
});

test('a socket that never opens is not waited for', () => {
  start();
  vi.advanceTimersByTime(11_000);
  expect(Socket.all).toHaveLength(2);
});

test('a message that a closing socket does not accept counts as not sent', () => {
  const { client } = start();
  const [socket] = Socket.all;
  socket?.welcome();
  expect(client.send({ type: 'pong' })).toBe(true);
  if (socket) socket.readyState = 2;
  expect(client.send({ type: 'pong' })).toBe(false);
});

test('turned away because too many are open, it reports that and tries again', () => {
  const { states } = start();
  Socket.all[0]?.onclose?.({ code: CLOSE.tooMany });
  vi.advanceTimersByTime(1_000);
  expect(states[0]).toBe('crowded');
  expect(Socket.all).toHaveLength(2);
});
