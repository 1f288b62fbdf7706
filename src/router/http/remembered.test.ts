import { expect, it } from 'vitest';
import { remembered } from './remembered.ts';

it('makes what is asked for once in its time for each key, and again what failed or has changed', () => {
  let now = 0;
  let made = 0;
  let mark = '1';
  const recent = remembered<number>({ keepMs: 1_000, leastMs: 100 }, () => now);
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
  const recent = remembered<number>({ keepMs: 1_000, leastMs: 100 }, () => now);
  const ask = () =>
    recent(
      'en',
      () => String(++looks),
      () => now,
    );
  for (; now < 100; now += 1) expect(ask()).toBe(0);
  expect([ask(), looks]).toEqual([100, 2]);
});
