import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { headOf } from './head.ts';
import { HEAD_BYTES } from './preview.ts';

/** A Blob that cannot be read so many times. */
function refusing(times: number, content = new Uint8Array([1, 2, 3])): Blob {
  const blob = new Blob([content]);
  let left = times;
  const slice = blob.slice.bind(blob);
  blob.slice = (...range) => {
    const part = slice(...range);
    left -= 1;
    if (left >= 0) part.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
    return part;
  };
  return blob;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what cannot be read just after it came is read a moment later', async () => {
  const head = headOf(refusing(1));
  await vi.advanceTimersByTimeAsync(1_000);
  expect([...(await head)]).toEqual([1, 2, 3]);
});

test('what can still not be read then is not', async () => {
  const refused = expect(headOf(refusing(2))).rejects.toThrow(DOMException);
  await vi.advanceTimersByTimeAsync(1_000);
  await refused;
});

test('of a long file only the beginning', async () => {
  expect((await headOf(refusing(0, new Uint8Array(HEAD_BYTES + 1)))).length).toBe(HEAD_BYTES);
});
