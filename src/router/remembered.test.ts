import { expect, it } from 'vitest';
import { remembered } from './remembered.ts';

it('makes what is asked for once in its time for each key, and again what failed', () => {
  let now = 0;
  let made = 0;
  const get = remembered<number>(1_000, () => now);
  const make = () => {
    made += 1;
    return made;
  };
  for (; now < 1_000; now += 100) expect(get('en', make)).toBe(1);
  expect(get('en', make)).toBe(2);
  expect(get('ja', make)).toBe(3);
  const fail = () => {
    throw new Error('out of order');
  };
  expect(() => get('other', fail)).toThrow('out of order');
  expect(get('other', make)).toBe(4);
});
