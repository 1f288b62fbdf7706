import { expect, test } from 'vitest';
import { bytesPerSecond, type Rate, sample } from './rate.ts';

/** Samples of a counter that grows by `bytes` every `everyMs`, `times` times. */
const steady = (everyMs: number, bytes: number, times: number, start: Rate = [], from = 0) =>
  Array.from({ length: times }).reduce<Rate>((rate, _, n) => sample(rate, from + n * everyMs, n * bytes), start);

test('too short a time has no speed', () => {
  expect(bytesPerSecond([])).toBeUndefined();
  expect(bytesPerSecond(steady(400, 100, 2))).toBeUndefined();
});

test('a steady flow has its speed', () => {
  expect(bytesPerSecond(steady(250, 1_000, 30))).toBe(4_000);
});

test('old samples neither count nor are kept', () => {
  const slowThenFast = sample(sample(sample([], 0, 0), 10_000, 10), 11_000, 5_010);
  expect(bytesPerSecond(slowThenFast)).toBe(5_000);
  expect(steady(100, 1, 10_000).length).toBeLessThanOrEqual(50);
});

test('a stopped flow has the speed zero', () => {
  expect(bytesPerSecond(steady(1_000, 0, 4))).toBe(0);
});
