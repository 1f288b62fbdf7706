import { expect, test } from 'vitest';
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import { bytes } from '../testing/device.ts';
import { digestOf } from '../testing/shelter/digest.ts';
import { matchingBlocks } from './matching-blocks.ts';

/** Files of these sizes in a row, and what can be read of them. */
function pack(...sizes: number[]) {
  const content = bytes(
    sizes.reduce((sum, size) => sum + size, 0),
    7,
  );
  const digests: Uint8Array<ArrayBuffer>[] = [];
  let position = 0;
  for (const size of sizes)
    for (let left = size; left > 0; left -= BLOCK_BYTES) {
      const length = Math.min(left, BLOCK_BYTES);
      digests.push(digestOf(content.subarray(position, position + length)));
      position += length;
    }
  let reads = 0;
  let readable = content.length;
  const read = async (start: number, end: number) => {
    reads += 1;
    if (end > readable) throw new Error('not there');
    return new Blob([content.slice(start, end)]);
  };
  const files = sizes.map((size) => ({ size }));
  return {
    content,
    digests,
    count: async (noted = digests) => (await matchingBlocks(noted, files, read, async (part) => digestOf(part))).length,
    reads: () => reads,
    cut: (length: number) => {
      readable = length;
    },
  };
}

test('many small files are read together', async () => {
  const { count, reads } = pack(...Array.from({ length: 1000 }, () => 3000));
  expect(await count()).toBe(1000);
  expect(reads()).toBeLessThan(10);
});

test('blocks that were never noted are not counted, however much can be read', async () => {
  const { count, digests } = pack(3, BLOCK_BYTES + 1, 0, 5);
  expect(await count(digests.slice(0, 2))).toBe(2);
  expect(await count([])).toBe(0);
  expect(await count()).toBe(4);
});

test.each([0, 1, 2, 3, 4])('what is damaged from block %i on does not count', async (block) => {
  const { count, content } = pack(3, BLOCK_BYTES + 1, 0, 5, 6);
  const start = [0, 3, BLOCK_BYTES + 3, BLOCK_BYTES + 4, BLOCK_BYTES + 9][block] ?? 0;
  content[start] = (content[start] ?? 0) ^ 1;
  expect(await count()).toBe(block);
});

test('the end of what is stored may lie between small files', async () => {
  const { count, cut } = pack(3, 4, 5, 6);
  cut(11);
  expect(await count()).toBe(2);
  cut(0);
  expect(await count()).toBe(0);
});
