import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranges } from '../protocol/peer.ts';
import { expand, fits, toRanges } from './ranges.ts';

test.each([
  [[], []],
  [[3], [[3, 3]]],
  [[0, 1, 2], [[0, 2]]],
  [
    [5, 1, 0, 1, 3],
    [
      [0, 1],
      [3, 3],
      [5, 5],
    ],
  ],
])('%j is %j', (indices, expected) => {
  expect(toRanges(indices)).toEqual(expected);
});

test('whatever the indices, their ranges name them once each, and are fit for the wire', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), (indices) => {
      const made = toRanges(indices);
      expect(expand(made)).toEqual([...new Set(indices)].sort((a, b) => a - b));
      expect(() => ranges(made, 'made')).not.toThrow();
    }),
  );
});

test('fit are ranges that name a file, and none beyond the last', () => {
  expect(fits([[0, 2]], 3)).toBe(true);
  expect(
    fits(
      [
        [0, 0],
        [2, 3],
      ],
      3,
    ),
  ).toBe(false);
  expect(fits([], 3)).toBe(false);
});
