import { expect, it } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

it('allows a burst, then its rate, and never saves up more than a burst', () => {
  const bucket = new TokenBucket(3, 10, 0);
  expect([0, 0, 0, 0].map((now) => bucket.take(now))).toEqual([true, true, true, false]);
  expect([99, 100, 100].map((now) => bucket.take(now))).toEqual([false, true, false]);
  expect([1e9, 1e9, 1e9, 1e9].map((now) => bucket.take(now))).toEqual([true, true, true, false]);
});

it('can be asked for a token without taking it', () => {
  const bucket = new TokenBucket(1, 1, 0);
  expect([bucket.has(0), bucket.has(0), bucket.take(0), bucket.has(999), bucket.has(1000)]).toEqual([true, true, true, false, true]); // biome-ignore format: one moment after the other
});

it('gives no tokens back when the clock goes back', () => {
  const bucket = new TokenBucket(1, 1, 1000);
  expect(bucket.take(1000)).toBe(true);
  expect(bucket.take(0)).toBe(false);
});

it('gives several at once if it has them, or none', () => {
  const bucket = new TokenBucket(10, 1, 0);
  expect([bucket.take(0, 6), bucket.take(0, 5), bucket.take(0, 4), bucket.take(999)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

it('goes into debt for costs that cannot be refused, and says when it is paid', () => {
  const bucket = new TokenBucket(10, 100, 0);
  expect([bucket.spend(0, 10), bucket.spend(0, 1), bucket.spend(10, 25)]).toEqual([0, 10, 250]);
  expect([bucket.take(259), bucket.take(270)]).toEqual([false, true]);
  expect(bucket.spend(1e9, 11)).toBe(10);
});
