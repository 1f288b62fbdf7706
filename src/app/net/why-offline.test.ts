import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Connection } from '../model/model.ts';
import { watchWhyOffline } from './why-offline.ts';

const AGAIN_MS = 10_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function offline({ isThere = true, isCrowded = false }) {
  const now = { isThere, isCrowded, asked: 0 };
  const connection = signal<Connection>('offline');
  const answers = async () => {
    now.asked += 1;
    return now.isThere;
  };
  const why = watchWhyOffline(connection, () => now.isCrowded, answers);
  return { now, connection, why };
}

test.each([
  [{ isThere: false }, 'none'],
  [{ isThere: false, isCrowded: true }, 'none'],
  [{ isThere: true }, 'no-socket'],
  [{ isThere: true, isCrowded: true }, 'crowded'],
] as const)('offline, %o: %s', async (state, expected) => {
  const { why } = offline(state);
  expect(why.value).toBeUndefined();
  await vi.advanceTimersByTimeAsync(0);
  expect(why.value).toBe(expected);
});

test('it is checked again while offline, and not afterwards', async () => {
  const { now, connection, why } = offline({ isThere: false });
  await vi.advanceTimersByTimeAsync(0);
  now.isThere = true;
  await vi.advanceTimersByTimeAsync(AGAIN_MS);
  expect(why.value).toBe('no-socket');
  connection.value = 'online';
  expect(why.value).toBeUndefined();
  const { asked } = now;
  await vi.advanceTimersByTimeAsync(10 * AGAIN_MS);
  expect(now.asked).toBe(asked);
});
