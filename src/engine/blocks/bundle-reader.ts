/**
 * Reads and hashes whole small files together: Chromium takes 0.7 ms to read a small file by itself, and a third of that
 * for one of many that are read through one stream. Receivers of the same files who keep step share each bundle.
 */
import { MAX_BUNDLE_BYTES, WINDOW_BYTES } from '../../protocol/limits.ts';
import { packBundle } from '../../transfer/bundle.ts';
import type { Hash } from '../../transfer/digest.ts';
import type { Digest } from '../records/ledger.ts';
import type { BlockReaderPorts } from './block-reader.ts';
import { Streams } from './streams.ts';

/** `payload`: as it travels. `digests`: one for each file; none for an empty one. */
export type SourceBundle = {
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly digests: readonly (Digest | undefined)[];
};

export type BundlePlace = {
  readonly files: readonly Blob[];
  /** At most so many small files that are likely to be asked for next, in this order. */
  readonly next: (most: number) => readonly Blob[];
  /** The transfer, as in its frames. */
  readonly handle: number;
};

/**
 * `undefined` when one of the files cannot be read, or is not as long as it was: read by itself, that file says so and
 * why. Rejects only with `HashError`.
 */
export type ReadBundle = (place: BundlePlace) => Promise<SourceBundle | undefined>;

/** Bundles that are kept for receivers who are behind: as many as fill a window. */
const KEPT_BUNDLES = Math.ceil(WINDOW_BYTES / MAX_BUNDLE_BYTES);
/** Most files in a row: Chromium stops the worker while it makes a Blob, and then opens one file after the other. */
const ROW_FILES = 512;
/** Most rows: as many transfers as are likely to read small files at once. */
const MAX_ROWS = 8;
/** Time without reading after which all of it is freed, in milliseconds. */
const REST_MS = 5_000;

type Kept = { readonly files: readonly Blob[]; readonly reading: Promise<SourceBundle | undefined> };

export function bundleReader({ hash, schedule }: BlockReaderPorts): ReadBundle {
  /** Oldest first. */
  let kept: readonly Kept[] = [];
  const rows = new Rows();
  let cancelRest: (() => void) | undefined;
  const rest = () => {
    kept = [];
    rows.forget();
  };
  return async (place) => {
    cancelRest?.();
    cancelRest = schedule(rest, REST_MS);
    const known = kept.find((one) => areSame(one.files, place.files));
    const one = known ?? { files: place.files, reading: readAll(rows, place, hash) };
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

async function readAll(rows: Rows, place: BundlePlace, hash: Hash): Promise<SourceBundle | undefined> {
  const { files } = place;
  const whole = (await rows.read(place)) ?? (await bytesOf(files));
  if (!whole) return undefined;
  let start = 0;
  const parts = files.map(({ size }) => {
    start += size;
    return whole.subarray(start - size, start);
  });
  const digests = await Promise.all(parts.map((bytes) => (bytes.length > 0 ? hash(bytes) : undefined)));
  const full = parts.flatMap((bytes, index) => {
    const digest = digests[index];
    return digest ? { bytes, digest } : [];
  });
  return { payload: packBundle(full), digests };
}

/** Many files as one Blob; `starts`: where each begins in it, in bytes. */
type Row = { readonly files: readonly Blob[]; readonly starts: readonly number[]; readonly whole: Blob };

class Rows {
  /** Oldest first. */
  #rows: readonly Row[] = [];
  readonly #streams = new Streams();

  /** The bytes of `files` in a row; `undefined` when they cannot be had this way. */
  async read({ files, next }: BundlePlace): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const [first] = files;
    const length = sizeOf(files);
    if (first === undefined || length === 0) return undefined;
    const place = this.#find(first, files) ?? this.#begin([...files, ...next(ROW_FILES - files.length)]);
    const start = place.row.starts[place.at] ?? 0;
    const bytes = await this.#streams.read(place.row.whole, start, length, new ArrayBuffer(length));
    if (!bytes) this.#rows = this.#rows.filter((row) => row !== place.row); // one of its files is at fault
    return bytes;
  }

  forget(): void {
    this.#rows = [];
    this.#streams.close();
  }

  #find(first: Blob, files: readonly Blob[]): { readonly row: Row; readonly at: number } | undefined {
    for (const row of this.#rows) {
      const at = row.files.indexOf(first);
      if (at >= 0 && files.every((file, index) => row.files[at + index] === file)) return { row, at };
    }
    return undefined;
  }

  #begin(files: readonly Blob[]): { readonly row: Row; readonly at: number } {
    let end = 0;
    const starts = files.map(({ size }) => {
      end += size;
      return end - size;
    });
    const row = { files, starts, whole: new Blob([...files]) };
    this.#rows = [...this.#rows.slice(1 - MAX_ROWS), row];
    return { row, at: 0 };
  }
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
