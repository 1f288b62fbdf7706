import { expect, it } from 'vitest';
import { remembered } from './remembered.ts';

it('makes what is asked for once in its time for each key, and again what failed or has changed', () => {
  let now = 0;
  let made = 0;
  let mark = '1';
  const recent = remembered<number>({ keepMs: 1_000, leastMs: 100, staleMs: 10_000 }, () => now);
  const make = () => {
    made += 1;
    return made;
  };
  const get = (key: string, how = make) => recent(key, () => mark, how);
  for (; now < 1_000; now += 100) expect(get('en')).toBe(1);
  expect(get('en')).toBe(2);
  expect(get('ja')).toBe(3);
  const fail = () => {
    throw new Error('out of order');
  };
  expect(() => get('other', fail)).toThrow('out of order');
  expect(get('other')).toBe(4);
  mark = '2';
  now += 100;
  expect(get('other')).toBe(5);
});

it('makes nothing anew before its least time, whatever changes, and looks at no mark', () => {
  let now = 0;
  let looks = 0;
  const recent = remembered<number>({ keepMs: 1_000, leastMs: 100, staleMs: 10_000 }, () => now);
  const ask = () =>
    recent(
      'en',
      () => String(++looks),
      () => now,
    );
  for (; now < 100; now += 1) expect(ask()).toBe(0);
  expect([ask(), looks]).toEqual([100, 2]);
});

it('makes no more values of many keys than of one, and lets none of them grow stale', () => {
  let now = 0;
  let made = 0;
  const recent = remembered<number>({ keepMs: 1_000, leastMs: 100, staleMs: 10_000 }, () => now);
  const keys = Array.from({ length: 56 }, (_, index) => String(index));
  const ask = (key: string): number =>
    recent(
      key,
      () => String(now),
      () => {
        made += 1;
        return now;
      },
    );
  for (const key of keys) ask(key);
  made = 0;
  for (now = 1; now < 3_000; now += 1) ask(keys[now % keys.length] ?? '');
  expect(made).toBeLessThanOrEqual(30);
  let oldest = 0;
  for (; now < 30_000; now += 10)
    for (const key of keys) {
      const at = ask(key);
      oldest = Math.max(oldest, now - at);
    }
  expect(oldest).toBeLessThan(10_100);
});
