import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MANIFEST_PIECE_BYTES } from '../protocol/limits.ts';
import { type Ranges, ranges } from '../protocol/peer.ts';
import { expand, fits, joined, rangePieces, toRanges } from './ranges.ts';

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

test('the ranges of any indices name each once, and are valid on the wire', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), (indices) => {
      const made = toRanges(indices);
      expect(expand(made)).toEqual([...new Set(indices)].sort((a, b) => a - b));
      expect(() => ranges(made, 'made')).not.toThrow();
    }),
  );
});

test('ranges fit when they name a file, and none beyond the last', () => {
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

test('any choice travels in pieces that the other side accepts and joins again', () => {
  const indices = fc.uniqueArray(fc.nat(20_000), { minLength: 1, maxLength: 9_000 });
  fc.assert(
    fc.property(indices, (chosen) => {
      const all = toRanges(chosen);
      let heard: Ranges | undefined = [];
      for (const piece of rangePieces(all)) {
        expect(JSON.stringify(piece).length).toBeLessThan(MANIFEST_PIECE_BYTES);
        heard = heard && joined(heard, ranges(piece, 'piece'));
      }
      expect(heard).toEqual(all);
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['touches', [[0, 3]], [[4, 5]]],
  ['overlaps', [[0, 3]], [[2, 5]]],
  ['goes back', [[4, 5]], [[0, 1]]],
] as const)('a piece that %s is refused', (_, first, second) => {
  expect(joined(first, second)).toBeUndefined();
});
