/**
 * Reads and hashes whole small files together: Chromium takes 0.7 ms to read a small file by itself, and a third of that
 * for one among many. Receivers of the same files who keep step share each bundle.
 */
import { MAX_BUNDLE_BYTES, WINDOW_BYTES } from '../../protocol/limits.ts';
import { packBundle } from '../../transfer/bundle.ts';
import type { Hash } from '../../transfer/digest.ts';
import type { Digest } from '../records/ledger.ts';
import type { BlockReaderPorts } from './block-reader.ts';

/** `payload`: as it travels. `digests`: one for each file; none for an empty one. */
export type SourceBundle = {
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly digests: readonly (Digest | undefined)[];
};

/**
 * `handle`: the transfer, as in its frames. `undefined` when one of `files` cannot be read, or is not as long as it was:
 * read by itself, that file says so and why. Rejects only with `HashError`.
 */
export type ReadBundle = (files: readonly Blob[], handle: number) => Promise<SourceBundle | undefined>;

/** Bundles that are kept for receivers who are behind: as many as fill a window. */
const KEPT_BUNDLES = Math.ceil(WINDOW_BYTES / MAX_BUNDLE_BYTES);
/** Time without reading after which they are freed, in milliseconds. */
const REST_MS = 5_000;

type Kept = { readonly files: readonly Blob[]; readonly reading: Promise<SourceBundle | undefined> };

export function bundleReader({ hash, schedule }: BlockReaderPorts): ReadBundle {
  /** Oldest first. */
  let kept: readonly Kept[] = [];
  let cancelRest: (() => void) | undefined;
  const rest = () => {
    kept = [];
  };
  return async (files) => {
    cancelRest?.();
    cancelRest = schedule(rest, REST_MS);
    const known = kept.find((one) => areSame(one.files, files));
    const one = known ?? { files, reading: readAll(files, hash) };
    if (!known) kept = [...kept.slice(1 - KEPT_BUNDLES), one];
    const forget = () => {
      kept = kept.filter((other) => other !== one); // the next one tries again
    };
    try {
      const read = await one.reading;
      if (!read) forget();
      return read;
    } catch (error) {
      forget();
      throw error;
    }
  };
}

const areSame = (some: readonly Blob[], others: readonly Blob[]): boolean =>
  some.length === others.length && some.every((file, index) => file === others[index]);

async function readAll(files: readonly Blob[], hash: Hash): Promise<SourceBundle | undefined> {
  const whole = await bytesOf(files);
  if (!whole) return undefined;
  let start = 0;
  const parts = files.map(({ size }) => {
    const bytes = whole.subarray(start, start + size);
    start += size;
    return bytes;
  });
  const digests = await Promise.all(parts.map((bytes) => (bytes.length > 0 ? hash(bytes) : undefined)));
  const full = parts.flatMap((bytes, index) => {
    const digest = digests[index];
    return digest ? { bytes, digest } : [];
  });
  return { payload: packBundle(full), digests };
}

async function bytesOf(files: readonly Blob[]): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const bytes = new Uint8Array(await new Blob([...files]).arrayBuffer());
    return bytes.length === files.reduce((sum, { size }) => sum + size, 0) ? bytes : undefined;
  } catch {
    return undefined;
  }
}
