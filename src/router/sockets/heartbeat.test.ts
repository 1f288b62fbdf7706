import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startHeartbeat } from './heartbeat.ts';

const TIMES = { helloMs: 10, heartbeatMs: 25 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function lab() {
  const did: string[] = [];
  const heartbeat = startHeartbeat(
    TIMES,
    () => did.push('ask'),
    () => did.push('silent'),
  );
  return { heartbeat, did };
}

it('gives up a socket that does not say hello in time, without asking', () => {
  const { did } = lab();
  vi.advanceTimersByTime(TIMES.helloMs - 1);
  expect(did).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(did).toEqual(['silent']);
});

it('pings a socket that is quiet for one heartbeat, and gives it up after two', () => {
  const { heartbeat, did } = lab();
  heartbeat.heard();
  vi.advanceTimersByTime(TIMES.heartbeatMs);
  expect(did).toEqual(['ask']);
  vi.advanceTimersByTime(1_000);
  expect(did).toEqual(['ask', 'silent']);
});

it('pings a socket that answers again and again, until it is stopped', () => {
  const { heartbeat, did } = lab();
  heartbeat.heard();
  for (let count = 0; count < 3; count += 1) {
    vi.advanceTimersByTime(TIMES.heartbeatMs);
    heartbeat.heard();
  }
  expect(did).toEqual(['ask', 'ask', 'ask']);
  heartbeat.stop();
  vi.advanceTimersByTime(1_000);
  expect(did).toHaveLength(3);
});
