import { expect, it } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

it('allows a burst, then its rate, and never saves up more than a burst', () => {
  const bucket = new TokenBucket(3, 10, 0);
  expect([0, 0, 0, 0].map((now) => bucket.take(now))).toEqual([true, true, true, false]);
  expect([99, 100, 100].map((now) => bucket.take(now))).toEqual([false, true, false]);
  expect([1e9, 1e9, 1e9, 1e9].map((now) => bucket.take(now))).toEqual([true, true, true, false]);
});

it('tells whether there is one without taking it', () => {
  const bucket = new TokenBucket(1, 1, 0);
  expect([bucket.has(0), bucket.has(0), bucket.take(0), bucket.has(999), bucket.has(1000)]).toEqual([true, true, true, false, true]); // biome-ignore format: one moment after the other
});

it('does not give back when the clock goes back', () => {
  const bucket = new TokenBucket(1, 1, 1000);
  expect(bucket.take(1000)).toBe(true);
  expect(bucket.take(0)).toBe(false);
});

it('gives as many at once as there are, or none', () => {
  const bucket = new TokenBucket(10, 1, 0);
  expect([bucket.take(0, 6), bucket.take(0, 5), bucket.take(0, 4), bucket.take(999)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
