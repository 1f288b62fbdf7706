import { expect, it } from 'vitest';
import { remembered } from './remembered.ts';

it('makes what is asked for once in its time for each key, and again what failed or has changed', () => {
  let now = 0;
  let made = 0;
  const get = remembered<number>(1_000, () => now);
  const make = () => {
    made += 1;
    return made;
  };
  for (; now < 1_000; now += 100) expect(get('en', '1', make)).toBe(1);
  expect(get('en', '1', make)).toBe(2);
  expect(get('ja', '1', make)).toBe(3);
  const fail = () => {
    throw new Error('out of order');
  };
  expect(() => get('other', '1', fail)).toThrow('out of order');
  expect(get('other', '1', make)).toBe(4);
  expect(get('other', '2', make)).toBe(5);
});
