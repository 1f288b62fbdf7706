/** What an earlier visit has stored: which blocks can be read back, and still have the digests that were noted. */
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import { type Hash, sameDigest } from '../../transfer/digest.ts';
import { blockLength } from '../../transfer/plan.ts';
import type { Digest } from '../records/ledger.ts';

type Read = (start: number, end: number) => Promise<Blob>;
/** Consecutive blocks: number of the first one, where it starts in the pack, and their lengths. */
type Stretch = { readonly first: number; readonly start: number; readonly lengths: readonly number[] };

/** The first of `digests`, those of all blocks of `files` in a row, whose blocks match them. */
export async function matchingBlocks(
  digests: readonly Digest[],
  files: readonly { readonly size: number }[],
  read: Read,
  hash: Hash,
): Promise<readonly Digest[]> {
  for (const stretch of stretches(files, digests.length)) {
    const found = await digestsOf(stretch, read, hash);
    for (const [index] of stretch.lengths.entries()) {
      const [digest, noted] = [found[index], digests[stretch.first + index]];
      if (!digest || !noted || !sameDigest(digest, noted)) return digests.slice(0, stretch.first + index);
    }
  }
  return digests;
}

/** The first `count` blocks of `files`, as many small ones at a time as make up one large one. */
function* stretches(files: readonly { readonly size: number }[], count: number): Generator<Stretch> {
  let [first, start, bytes] = [0, 0, 0];
  let lengths: number[] = [];
  for (const length of lengthsOf(files)) {
    if (first + lengths.length === count) break;
    if (bytes + length > BLOCK_BYTES) {
      yield { first, start, lengths };
      [first, start, bytes, lengths] = [first + lengths.length, start + bytes, 0, []];
    }
    lengths.push(length);
    bytes += length;
  }
  if (lengths.length > 0) yield { first, start, lengths };
}

function* lengthsOf(files: readonly { readonly size: number }[]): Generator<number> {
  for (const { size } of files)
    for (let offset = 0; offset < size; offset += BLOCK_BYTES) yield blockLength(size, offset);
}

/** The digests of a stretch, up to the first block that cannot be read. */
async function digestsOf({ start, lengths }: Stretch, read: Read, hash: Hash): Promise<readonly Digest[]> {
  const whole = await tryRead(start, start + lengths.reduce((sum, length) => sum + length, 0), read);
  const found: Digest[] = [];
  let position = 0;
  for (const length of lengths) {
    // The end of what is stored may lie within the stretch.
    const bytes =
      whole?.subarray(position, position + length) ??
      (await tryRead(start + position, start + position + length, read));
    if (!bytes) break;
    found.push(await hash(bytes));
    position += length;
  }
  return found;
}

async function tryRead(start: number, end: number, read: Read): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await (await read(start, end)).arrayBuffer());
  } catch {
    return undefined; // not there: that was the question
  }
}
