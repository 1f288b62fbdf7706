/**
 * Bundles: whole small files, one after the other, in one frame. What a bundle holds follows from the manifest, so both ends
 * compute it. The root of a file of one block follows from the digest of that block, so a bundle needs no `end`. Empty
 * files are counted in a bundle, and add nothing to it.
 */
import { DIGEST_BYTES } from '../protocol/frame.ts';
import { MAX_BUNDLE_BYTES, MAX_BUNDLE_FILES } from '../protocol/limits.ts';

type Sized = { readonly size: number };

/** The files of a bundle, and their bytes without digests. */
export type Extent = { readonly count: number; readonly bytes: number };

/** Payload bytes that a file of `size` bytes takes in a bundle. */
const costOf = (size: number): number => (size === 0 ? 0 : DIGEST_BYTES + size);

/** True if a file of `size` bytes may travel in a bundle. */
export const fitsBundle = (size: number): boolean => costOf(size) <= MAX_BUNDLE_BYTES;

/** Payload bytes of a bundle of `files`. */
export function bundleBytes(files: readonly Sized[]): number {
  return files.reduce((sum, { size }) => sum + costOf(size), 0);
}

/** The longest bundle that begins at file number `at`. `sizeOf` returns `undefined` for a file that may not be in it. */
export function longestBundle(at: number, sizeOf: (at: number) => number | undefined): Extent {
  let [count, bytes, payload] = [0, 0, 0];
  for (; count < MAX_BUNDLE_FILES; count += 1) {
    const size = sizeOf(at + count);
    if (size === undefined || payload + costOf(size) > MAX_BUNDLE_BYTES) break;
    payload += costOf(size);
    bytes += size;
  }
  return { count, bytes };
}

/** A file in a bundle that is not empty. */
type Part = { readonly bytes: Uint8Array<ArrayBuffer>; readonly digest: Uint8Array };

/** The payload of a bundle of these files. */
export function packBundle(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const payload = new Uint8Array(bundleBytes(parts.map(({ bytes }) => ({ size: bytes.length }))));
  let position = 0;
  for (const { bytes, digest } of parts) {
    payload.set(digest, position);
    payload.set(bytes, position + DIGEST_BYTES);
    position += DIGEST_BYTES + bytes.length;
  }
  return payload;
}

/** A bundle taken apart: the bytes of all its files in a row, and its parts, whose bytes are views of them. */
type Unpacked = { readonly whole: Uint8Array<ArrayBuffer>; readonly parts: readonly Part[] };

/** Takes the payload of a bundle of `files` apart, which must be `bundleBytes(files)` long. */
export function unpackBundle(files: readonly Sized[], payload: Uint8Array): Unpacked {
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
