/**
 * Reads and hashes whole small files together: Chromium takes 0.7 ms to read a small file by itself, and a third of that
 * for one among many. So many more are read at once than fit into a bundle, and receivers of the same files who keep step
 * share what was read.
 */
import { BLOCK_BYTES, WINDOW_BYTES } from '../../protocol/limits.ts';
import { packBundle } from '../../transfer/bundle.ts';
import type { Digest } from '../records/ledger.ts';
import type { BlockReaderPorts } from './block-reader.ts';

/** `payload`: as it travels. `digests`: one for each file; none for an empty one. */
export type SourceBundle = {
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly digests: readonly (Digest | undefined)[];
};

export type BundlePlace = {
  readonly files: readonly Blob[];
  /** Small files that are likely to be asked for next: as many as are worth it are read as well. */
  readonly next: readonly Blob[];
  /** The transfer, as in its frames. */
  readonly handle: number;
};

/**
 * `undefined` when one of the files cannot be read, or is not as long as it was: read by itself, that file says so and
 * why. Rejects only with `HashError`.
 */
export type ReadBundle = (place: BundlePlace) => Promise<SourceBundle | undefined>;

/** Most bytes, and most files, that are read at once. */
const BATCH_BYTES = BLOCK_BYTES;
export const BATCH_FILES = 256;
/** Batches that are kept: as many as fill a window, for receivers who are behind. */
const KEPT_BATCHES = WINDOW_BYTES / BATCH_BYTES;
/** Time without reading after which they are freed, in milliseconds. */
const REST_MS = 5_000;

/** Files that are read together; `bytes` is `undefined` when that failed. */
type Batch = {
  readonly files: readonly Blob[];
  readonly bytes: Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly digests: (Promise<Digest> | undefined)[];
};
type Found = { readonly batch: Batch; readonly at: number };

export function bundleReader({ hash, schedule }: BlockReaderPorts): ReadBundle {
  /** Oldest first. */
  let kept: readonly Batch[] = [];
  let cancelRest: (() => void) | undefined;
  const rest = () => {
    kept = [];
  };
  const begin = (files: readonly Blob[]): Found => {
    const batch = { files, bytes: bytesOf(files), digests: [] };
    kept = [...kept.slice(1 - KEPT_BATCHES), batch];
    return { batch, at: 0 };
  };
  const take = async ({ batch, at }: Found, count: number): Promise<SourceBundle | undefined> => {
    const whole = await batch.bytes;
    if (!whole) {
      kept = kept.filter((other) => other !== batch); // the next one tries again
      return undefined;
    }
    let start = sizeOf(batch.files.slice(0, at));
    const parts = batch.files.slice(at, at + count).map(({ size }) => {
      start += size;
      return whole.subarray(start - size, start);
    });
    const digests = await Promise.all(
      parts.map((bytes, index) => {
        if (bytes.length === 0) return undefined;
        batch.digests[at + index] ??= hash(bytes);
        return batch.digests[at + index];
      }),
    );
    const full = parts.flatMap((bytes, index) => {
      const digest = digests[index];
      return digest ? { bytes, digest } : [];
    });
    return { payload: packBundle(full), digests };
  };
  return async ({ files, next }) => {
    cancelRest?.();
    cancelRest = schedule(rest, REST_MS);
    const found = find(kept, files) ?? begin(batchOf(files, next));
    const bundle = await take(found, files.length);
    // The fault may lie with a file that was not asked for.
    return bundle || found.batch.files.length === files.length ? bundle : take(begin(files), files.length);
  };
}

/** Where `files` stand in a row in one of the batches. */
function find(kept: readonly Batch[], files: readonly Blob[]): Found | undefined {
  for (const batch of kept) {
    const at = batch.files.indexOf(files[0] as Blob);
    if (at >= 0 && files.every((file, index) => batch.files[at + index] === file)) return { batch, at };
  }
  return undefined;
}

function batchOf(files: readonly Blob[], next: readonly Blob[]): readonly Blob[] {
  let bytes = sizeOf(files);
  const batch = [...files];
  for (const file of next) {
    bytes += file.size;
    if (bytes > BATCH_BYTES || batch.length >= BATCH_FILES) break;
    batch.push(file);
  }
  return batch;
}

const sizeOf = (files: readonly Blob[]): number => files.reduce((sum, { size }) => sum + size, 0);

async function bytesOf(files: readonly Blob[]): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const bytes = new Uint8Array(await new Blob([...files]).arrayBuffer());
    return bytes.length === sizeOf(files) ? bytes : undefined;
  } catch {
    return undefined;
  }
}
