/** Arithmetic of a transfer's blocks: both ends count them through all accepted files, in order. */
import { BLOCK_BYTES } from '../protocol/limits.ts';

type Sized = { readonly size: number };

/** A place between two blocks: the accepted file number `at`, `offset` bytes into it, after `bytes` bytes in all. */
export type Place = { readonly at: number; readonly offset: number; readonly bytes: number };

/** Number of blocks of a file of `size` bytes; an empty file has none. */
export function blocksIn(size: number): number {
  return Math.ceil(size / BLOCK_BYTES);
}

/** Length of the block that starts at `offset` of a file of `size` bytes. */
export function blockLength(size: number, offset: number): number {
  return Math.min(BLOCK_BYTES, size - offset);
}

/** Number of the first block of each file. */
export function firstBlocks(files: readonly Sized[]): readonly number[] {
  let block = 0;
  return files.map(({ size }) => {
    const first = block;
    block += blocksIn(size);
    return first;
  });
}

/** Number of blocks of all `files`. */
export function countBlocks(files: readonly Sized[]): number {
  return files.reduce((sum, { size }) => sum + blocksIn(size), 0);
}

/**
 * Where a transfer resumes after its first `blocks` blocks. A file whose last block is the last stored one still needs
 * its `end`, so the place is then the end of that file. `blocks` must not exceed `countBlocks(files)`.
 */
export function seek(files: readonly Sized[], blocks: number): Place {
  let left = blocks;
  let bytes = 0;
  for (const [at, { size }] of files.entries()) {
    const own = blocksIn(size);
    if (left <= own) {
      const offset = Math.min(left * BLOCK_BYTES, size);
      return { at, offset, bytes: bytes + offset };
    }
    left -= own;
    bytes += size;
  }
  return { at: files.length, offset: 0, bytes };
}
