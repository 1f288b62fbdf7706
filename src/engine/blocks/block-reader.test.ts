import { createHash, randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import { BlockReader, type SourceBlock } from './block-reader.ts';
import { sha256 } from './hash.ts';

const BLOCKS = 40;
const content = randomBytes(BLOCKS * BLOCK_BYTES + 5);
const digestOf = (bytes: Uint8Array) => Uint8Array.from(createHash('sha256').update(bytes).digest());

/** A reader, the number of digests that it computed, and the end of its patience. */
function start() {
  const hash = vi.fn(sha256);
  let rest = () => {};
  const reader = new BlockReader({
    hash,
    schedule: (task) => {
      rest = task;
      return () => {};
    },
  });
  const read = async (file: Blob, index: number): Promise<SourceBlock> => {
    const offset = index * BLOCK_BYTES;
    const length = Math.min(BLOCK_BYTES, file.size - offset);
    const block = await reader.read(file, { handle: 1, offset, length });
    if (typeof block === 'string') throw new Error(block);
    return block;
  };
  return { reader, read, hashed: () => hash.mock.calls.length, rest: () => rest() };
}

test('every block of a file, the short last one too, with its digest', async () => {
  const { read } = start();
  const file = new Blob([content]);
  for (let index = 0; index <= BLOCKS; index += 1) {
    const { bytes, digest, release } = await read(file, index);
    const expected = content.subarray(index * BLOCK_BYTES, (index + 1) * BLOCK_BYTES);
    expect(Buffer.compare(bytes, expected)).toBe(0);
    expect(digest).toEqual(digestOf(expected));
    release();
  }
});

test('receivers who keep step share each block: it is read and hashed once', async () => {
  const { read, hashed } = start();
  const file = new Blob([content]);
  const slice = vi.spyOn(file, 'slice');
  const held: SourceBlock[][] = [];
  for (let index = 0; index < BLOCKS; index += 1) {
    const step = await Promise.all([1, 2, 3].map(() => read(file, index)));
    expect(new Set(step.map(({ bytes }) => bytes)).size).toBe(1);
    held.push(step);
    // The third is always three blocks behind.
    for (const block of [...step.slice(0, 2), ...(held[index - 3]?.slice(2) ?? [])]) block.release();
  }
  expect(hashed()).toBe(BLOCKS);
  expect(slice).toHaveBeenCalledTimes(2); // for the first block, and for a stream of all others
});

test('one who is a little behind gets the kept block; one who is far behind reads it again', async () => {
  const { read, hashed } = start();
  const file = new Blob([content]);
  for (const block of await Promise.all([read(file, 0), read(file, 0)])) block.release();
  for (const index of [1, 2, 3]) (await read(file, index)).release();
  expect(hashed()).toBe(4);
  (await read(file, 1)).release();
  expect(hashed()).toBe(4);
  for (let index = 4; index < BLOCKS; index += 1) (await read(file, index)).release();
  const before = hashed();
  const { bytes, release } = await read(file, 1);
  expect(Buffer.compare(bytes, content.subarray(BLOCK_BYTES, 2 * BLOCK_BYTES))).toBe(0);
  release();
  expect(hashed()).toBe(before + 1);
});

test('of a file that one alone reads no block is kept: the next reading shows what it holds then', async () => {
  const { read, hashed } = start();
  const file = new Blob([content]);
  for (const index of [0, 0, 1, 1]) (await read(file, index)).release();
  expect(hashed()).toBe(4);
});

test('a held block keeps its bytes, however many are read meanwhile', async () => {
  const { read } = start();
  const file = new Blob([content]);
  const held = await read(file, 1);
  for (let index = 2; index < BLOCKS; index += 1) (await read(file, index)).release();
  expect(digestOf(held.bytes)).toEqual(held.digest);
  held.release();
  held.release();
});

test('who gets a last block that was read for another looks whether the file is still the same', async () => {
  const { reader, read, hashed } = start();
  const file = new Blob([content.subarray(0, 2 * BLOCK_BYTES)]);
  const place = { handle: 1, offset: BLOCK_BYTES, length: BLOCK_BYTES };
  const held = await read(file, 1);
  (await read(file, 1)).release();
  expect(hashed()).toBe(1);
  file.slice = () => {
    throw new DOMException('', 'NotReadableError');
  };
  expect(await reader.read(file, place)).toBe('source-changed');
  expect(digestOf(held.bytes)).toEqual(held.digest);
});

test('a file that is read beside takes nothing from one that several share', async () => {
  const { read, hashed } = start();
  const [shared, beside] = [new Blob([content]), new Blob([content])];
  for (let index = 0; index < 20; index += 1) {
    for (const block of await Promise.all([read(shared, index), read(shared, index)])) block.release();
    (await read(beside, index)).release();
  }
  const before = hashed();
  for (let index = 5; index < 20; index += 1) (await read(shared, index)).release();
  expect(hashed()).toBe(before);
});

test('a failure is told to all who wait for the block, and is not remembered', async () => {
  const { reader, read } = start();
  const file = new Blob([content]);
  const { slice } = file;
  file.slice = () => {
    throw new DOMException('', 'NotReadableError');
  };
  const place = { handle: 1, offset: 0, length: BLOCK_BYTES };
  expect(await Promise.all([reader.read(file, place), reader.read(file, place)])).toEqual([
    'source-changed',
    'source-changed',
  ]);
  file.slice = slice;
  (await read(file, 0)).release();
});

test('after a rest nothing is kept but what is held', async () => {
  const { read, hashed, rest } = start();
  const file = new Blob([content]);
  const held = await read(file, 1);
  (await read(file, 2)).release();
  rest();
  (await read(file, 1)).release();
  expect(hashed()).toBe(2);
  (await read(file, 2)).release();
  expect(hashed()).toBe(3);
  expect(digestOf(held.bytes)).toEqual(held.digest);
});
