/**
 * Runs: whole small files, one after the other, in one frame. What a run holds follows from the manifest, so both ends
 * compute it. The root of a file of one block follows from the digest of that block, so a run needs no `end`. Empty
 * files are counted in a run, and add nothing to it.
 */
import { DIGEST_BYTES } from '../protocol/frame.ts';
import { MAX_RUN_BYTES, MAX_RUN_FILES } from '../protocol/limits.ts';

type Sized = { readonly size: number };

/** The files of a run, and their bytes without digests. */
export type Extent = { readonly count: number; readonly bytes: number };

/** Payload bytes that a file of `size` bytes takes in a run. */
const costOf = (size: number): number => (size === 0 ? 0 : DIGEST_BYTES + size);

/** Payload bytes of a run of `files`. */
export function runBytes(files: readonly Sized[]): number {
  return files.reduce((sum, { size }) => sum + costOf(size), 0);
}

/**
 * The longest run that begins at file number `at`; with `count` 0 if that file is too long for one. `sizeOf` returns
 * `undefined` for a file at which a run must end.
 */
export function longestRun(at: number, sizeOf: (at: number) => number | undefined): Extent {
  let [count, bytes, payload] = [0, 0, 0];
  for (; count < MAX_RUN_FILES; count += 1) {
    const size = sizeOf(at + count);
    if (size === undefined || payload + costOf(size) > MAX_RUN_BYTES) break;
    payload += costOf(size);
    bytes += size;
  }
  return { count, bytes };
}

/** A run taken apart: the bytes of all its files in a row, and of each that is not empty its part of them and its digest. */
export type Unpacked = {
  readonly whole: Uint8Array<ArrayBuffer>;
  readonly parts: readonly { readonly bytes: Uint8Array<ArrayBuffer>; readonly digest: Uint8Array }[];
};

/** Takes the payload of a run of `files` apart, which must be `runBytes(files)` long. */
export function unpackRun(files: readonly Sized[], payload: Uint8Array): Unpacked {
  const full = files.filter(({ size }) => size > 0);
  const whole = new Uint8Array(payload.length - full.length * DIGEST_BYTES);
  let [from, to] = [0, 0];
  const parts = full.map(({ size }) => {
    const digest = payload.subarray(from, from + DIGEST_BYTES);
    const bytes = whole.subarray(to, to + size);
    bytes.set(payload.subarray(from + DIGEST_BYTES, from + DIGEST_BYTES + size));
    from += DIGEST_BYTES + size;
    to += size;
    return { bytes, digest };
  });
  return { whole, parts };
}
