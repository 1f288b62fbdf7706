import { expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';

it('doubles, up to half a minute', () => {
  const waits = [1, 2, 3, 4, 8, 9, 100].map((failures) => backOffMs(failures, 0));
  expect(waits).toEqual([200, 400, 800, 1600, 25_600, 30_000, 30_000]);
});

it('is shortened at random, by half at most', () => {
  expect(backOffMs(1, 0.5)).toBe(150);
  expect(backOffMs(1, 0.999_999)).toBeGreaterThan(100);
});
