import { PassThrough, type Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Outcome } from '../../words/holding.ts';
import { LIMITS } from '../limits/limits.ts';
import { Uploads } from './uploads.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const { uploadSilenceMs, uploadBytesPerSecond } = LIMITS.words;

function coming() {
  const request = new PassThrough();
  const receive = async (bytes: AsyncIterable<Uint8Array>): Promise<Outcome> => {
    try {
      for await (const _ of bytes);
      return 'held';
    } catch {
      return 'malformed';
    }
  };
  return { request, outcome: new Uploads(LIMITS.words).during(request as Readable, '10.0.0.1', receive) };
}

it.each([
  ['of which a byte comes now and then', 1, 'malformed'],
  ['that is a little too slow', Math.floor(uploadBytesPerSecond * 0.9), 'malformed'],
  ['that is just quick enough', uploadBytesPerSecond, 'held'],
])('an upload %s', async (_, bytes, outcome) => {
  const { request, outcome: told } = coming();
  for (let second = 0; second < 300 && !request.destroyed; second += 1) {
    request.write(Buffer.alloc(bytes));
    await vi.advanceTimersByTimeAsync(1_000);
  }
  request.end();
  await vi.advanceTimersByTimeAsync(0);
  expect(await told).toBe(outcome);
});

it('of which nothing more comes is given up, however quick it was', async () => {
  const { request, outcome } = coming();
  request.write(Buffer.alloc(1_000 * uploadBytesPerSecond));
  await vi.advanceTimersByTimeAsync(uploadSilenceMs - 1);
  expect(request.destroyed).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect([request.destroyed, await outcome]).toEqual([true, 'malformed']);
});
