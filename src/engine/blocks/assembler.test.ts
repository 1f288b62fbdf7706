import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { BLOCK_BYTES, WINDOW_BYTES } from '../../protocol/limits.ts';
import { Assembler } from './assembler.ts';

function fill(assembler: Assembler, bytes: Uint8Array, chunkBytes: number): void {
  assembler.begin(bytes.length);
  for (let from = 0; from < bytes.length; from += chunkBytes) assembler.append(bytes.subarray(from, from + chunkBytes));
}

test.each([1, 20, 65_516, BLOCK_BYTES - 1, BLOCK_BYTES])('joins the chunks of a block of %i bytes', (length) => {
  const bytes = Uint8Array.from(randomBytes(length));
  const assembler = new Assembler();
  fill(assembler, bytes, 65_516);
  expect(Buffer.compare(assembler.take(), bytes)).toBe(0);
});

test('never returns an incomplete block', () => {
  const assembler = new Assembler();
  assembler.begin(10);
  assembler.append(new Uint8Array(9));
  expect(() => assembler.take()).toThrow();
});

test('refuses more bytes than the block holds', () => {
  const assembler = new Assembler();
  assembler.begin(10);
  assembler.append(new Uint8Array(9));
  expect(() => assembler.append(new Uint8Array(2))).toThrow(RangeError);
});

test('reuses the buffers of stored blocks, and never one that is still in use', () => {
  const assembler = new Assembler();
  const block = new Uint8Array(BLOCK_BYTES);
  fill(assembler, block, BLOCK_BYTES);
  const first = assembler.take();
  fill(assembler, block, BLOCK_BYTES);
  const second = assembler.take();
  expect(second.buffer).not.toBe(first.buffer);
  assembler.recycle(first);
  fill(assembler, block, BLOCK_BYTES);
  expect(assembler.take().buffer).toBe(first.buffer);
});

test('keeps only as many spare buffers as a window has blocks', () => {
  const assembler = new Assembler();
  const blocks = Array.from({ length: 20 }, () => new Uint8Array(BLOCK_BYTES));
  for (const block of blocks) assembler.recycle(block);
  const reused = blocks.filter(() => {
    assembler.begin(BLOCK_BYTES);
    assembler.append(new Uint8Array(BLOCK_BYTES));
    return blocks.includes(assembler.take());
  });
  expect(reused.length).toBe(WINDOW_BYTES / BLOCK_BYTES);
});
