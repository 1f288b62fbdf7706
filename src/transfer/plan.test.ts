import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLOCK_BYTES } from '../protocol/limits.ts';
import { blockLength, blocksIn, countBlocks, firstBlocks, seek } from './plan.ts';

const sized = (...sizes: number[]) => sizes.map((size) => ({ size }));

test.each([
  [0, 0],
  [1, 1],
  [BLOCK_BYTES, 1],
  [BLOCK_BYTES + 1, 2],
])('a file of %i bytes has %i blocks', (size, blocks) => {
  expect(blocksIn(size)).toBe(blocks);
});

test('only the last block of a file is shorter', () => {
  expect(blockLength(BLOCK_BYTES + 7, 0)).toBe(BLOCK_BYTES);
  expect(blockLength(BLOCK_BYTES + 7, BLOCK_BYTES)).toBe(7);
});

test('blocks are counted through all files; an empty file takes no number', () => {
  const files = sized(BLOCK_BYTES + 1, 0, 5, 5);
  expect(firstBlocks(files)).toEqual([0, 2, 2, 3]);
  expect(countBlocks(files)).toBe(4);
});

test.each([
  ['nothing is there', 0, { at: 0, offset: 0, bytes: 0 }],
  ['in the middle of a file', 1, { at: 0, offset: BLOCK_BYTES, bytes: BLOCK_BYTES }],
  ['a whole file is there: its end is still wanted', 2, { at: 0, offset: BLOCK_BYTES + 1, bytes: BLOCK_BYTES + 1 }],
  ['behind an empty file, whose end is there as well', 3, { at: 2, offset: 5, bytes: BLOCK_BYTES + 6 }],
])('%s', (_, blocks, place) => {
  expect(seek(sized(BLOCK_BYTES + 1, 0, 5, 5), blocks)).toEqual(place);
});

test('an empty first file still needs its `end`', () => {
  expect(seek(sized(0, 1), 0)).toEqual({ at: 0, offset: 0, bytes: 0 });
});

test('the number of blocks before any resume point equals the number of stored blocks', () => {
  const size = fc.oneof(
    fc.nat(3),
    fc.nat(3).map((blocks) => blocks * BLOCK_BYTES),
    fc.nat(4 * BLOCK_BYTES),
  );
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 6 }), fc.nat(), (sizes, any) => {
      const files = sized(...sizes);
      const blocks = any % (countBlocks(files) + 1);
      const { at, offset, bytes } = seek(files, blocks);
      expect((firstBlocks(files)[at] ?? 0) + blocksIn(offset)).toBe(blocks);
      expect(bytes).toBe(sizes.slice(0, at).reduce((sum, one) => sum + one, 0) + offset);
    }),
  );
});
