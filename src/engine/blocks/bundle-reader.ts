/**
 * Reads and hashes whole small files together: Chromium takes 0.7 ms to read a small file by itself, and a third of that
 * for one of many that are read through one stream. Receivers of the same files who keep step share each bundle.
 */
import { MAX_BUNDLE_BYTES, WINDOW_BYTES } from '../../protocol/limits.ts';
import { packBundle } from '../../transfer/bundle.ts';
import type { Hash } from '../../transfer/digest.ts';
import type { Digest } from '../records/ledger.ts';
import type { BlockReaderPorts } from './block-reader.ts';
import { readSlice } from './source.ts';
import { type StreamPart, Streams } from './streams.ts';

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
/** Most rows, least recently used first: one for each of many transfers that read small files at once. */
const MAX_ROWS = 32;
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
  const parts = await rows.read(place);
  if (!parts) return undefined;
  const digests = await Promise.all(parts.map((bytes) => (bytes.length > 0 ? hash(bytes) : undefined)));
  const full = parts.flatMap((bytes, index) => {
    const digest = digests[index];
    return digest ? { bytes, digest } : [];
  });
  return { payload: packBundle(full), digests };
}

/** Bytes behind each file of a row. */
const MARK_BYTES = 8;

/**
 * Many files as one Blob, with a mark behind each: Firefox reads what a file holds now, so one that became shorter and one
 * that became longer would leave the whole as long as it was, and everything between them in the wrong place.
 */
type Row = {
  readonly files: readonly Blob[];
  /** Where each file begins in `whole`, in bytes. */
  readonly starts: readonly number[];
  readonly whole: Blob;
  readonly mark: Uint8Array<ArrayBuffer>;
};
type RowPlace = { readonly row: Row; readonly at: number };

class Rows {
  #rows: readonly Row[] = [];
  readonly #streams = new Streams();

  /** The bytes of each of `files`; `undefined` when one of them cannot be read, or is not as long as it was. */
  async read({ files, next }: BundlePlace): Promise<readonly Uint8Array<ArrayBuffer>[] | undefined> {
    const place = this.#find(files) ?? this.#begin([...files, ...next(ROW_FILES - files.length)]);
    const parts = await this.#readFrom(place, files);
    // The fault may lie with a file that was not asked for.
    const isAlone = place.row.files.length === files.length;
    return parts || isAlone ? parts : this.#readFrom({ row: rowOf(files), at: 0 }, files);
  }

  forget(): void {
    this.#rows = [];
    this.#streams.close();
  }

  async #readFrom(
    { row, at }: RowPlace,
    files: readonly Blob[],
  ): Promise<readonly Uint8Array<ArrayBuffer>[] | undefined> {
    const start = row.starts[at] ?? 0;
    const length = files.reduce((sum, { size }) => sum + size + MARK_BYTES, 0);
    const part = { file: row.whole, offset: start, length, until: row.whole.size };
    const bytes = (await this.#streams.read(part, () => new ArrayBuffer(length))) ?? (await sliceOf(part));
    const parts = bytes && cut(bytes, files, row.mark);
    if (!parts) this.#rows = this.#rows.filter((other) => other !== row); // one of its files is at fault
    return parts;
  }

  #find(files: readonly Blob[]): RowPlace | undefined {
    const [first] = files;
    for (const row of this.#rows) {
      const at = first ? row.files.indexOf(first) : -1;
      if (at < 0 || !files.every((file, index) => row.files[at + index] === file)) continue;
      this.#rows = [...this.#rows.filter((other) => other !== row), row];
      return { row, at };
    }
    return undefined;
  }

  #begin(files: readonly Blob[]): RowPlace {
    const row = rowOf(files);
    this.#rows = [...this.#rows.slice(1 - MAX_ROWS), row];
    return { row, at: 0 };
  }
}

function rowOf(files: readonly Blob[]): Row {
  const mark = crypto.getRandomValues(new Uint8Array(MARK_BYTES));
  let end = 0;
  const starts = files.map(({ size }) => {
    end += size + MARK_BYTES;
    return end - size - MARK_BYTES;
  });
  return { files, starts, mark, whole: new Blob(files.flatMap((file) => [file, mark])) };
}

async function sliceOf({ file, offset, length }: StreamPart): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = await readSlice(file, offset, length);
  return typeof bytes === 'string' ? undefined : bytes;
}

/** Takes the files apart; `undefined` when a mark is not where it should be. */
function cut(
  bytes: Uint8Array<ArrayBuffer>,
  files: readonly Blob[],
  mark: Uint8Array,
): readonly Uint8Array<ArrayBuffer>[] | undefined {
  let end = 0;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const { size } of files) {
    parts.push(bytes.subarray(end, end + size));
    end += size + MARK_BYTES;
    if (!mark.every((byte, index) => bytes[end - MARK_BYTES + index] === byte)) return undefined;
  }
  return parts;
}
