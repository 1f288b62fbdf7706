/**
 * One pack of records in IndexedDB while it is being written.
 *
 * Small files make small writes, and ten thousand of them would take a minute with a transaction for each (3 to 6 ms in
 * Chromium, 2 ms in Firefox). So bytes that do not fill a record wait in memory until they do, or until the pack is
 * read or closed: at most one record of a pack is lost when the tab is killed, and reading shows that. Writes that are
 * made during a transaction go together in the next one.
 */
import type { Kept, Keyval } from '../../store/keyval.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { overlapping, replaceSpans, type Span } from './spans.ts';
import { type Pack, StoreError } from './store.ts';

/** Most bytes of one record. Larger records gain nothing; each is copied through the browser's process as a whole. */
const RECORD_BYTES = 1024 * 1024;
/**
 * Most bytes of one transaction, which limits the memory of a commit: twice what a sender has under way
 * (`WINDOW_BYTES`).
 */
const BATCH_BYTES = 8 * RECORD_BYTES;

/** A job on an open pack, in the order of calls: a write, or (without bytes) storing what waits in memory. */
type Job = {
  readonly position: number;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly done: () => void;
  readonly failed: (error: StoreError) => void;
};

/**
 * The form of a record's bytes. A Blob is handed on without being loaded; but WebKit stores none in private windows
 * (bug 156347), so there it is buffers.
 */
export type RecordForm = 'blob' | 'buffer';

/** The bytes of a stored record, in either form. */
function recordBlob(value: unknown): Blob | undefined {
  return value instanceof ArrayBuffer ? new Blob([value]) : value instanceof Blob ? value : undefined;
}

export class RecordPack implements Pack {
  spans: Span[] = [];
  readonly #key: TransferKey;
  readonly #records: Keyval;
  readonly #form: RecordForm;
  readonly #onClosed: () => void;
  readonly #waiting: Job[] = [];
  // biome-ignore lint/correctness/noUnusedPrivateClassMembers: `??=` reads it
  #draining: Promise<void> | undefined;
  /** Bytes that do not fill a record yet: the first `#tailLength` bytes belong at `#tailPosition`. */
  readonly #tail = new Uint8Array(RECORD_BYTES);
  #tailPosition = 0;
  #tailLength = 0;
  #closed = false;

  constructor(key: TransferKey, records: Keyval, form: RecordForm, onClosed: () => void) {
    this.#key = key;
    this.#records = records;
    this.#form = form;
    this.#onClosed = onClosed;
  }

  write(position: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.#closed ? closed() : this.#enqueue(position, bytes);
  }

  /** Stores the bytes that wait in memory. */
  flush(): Promise<void> {
    return this.#closed ? closed() : this.#enqueue(0);
  }

  /** Every transaction is on the disk when it completes (`strict`). */
  async seal(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.close();
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    const flushed = this.flush();
    this.#closed = true;
    try {
      await flushed;
    } finally {
      this.#onClosed();
    }
  }

  #enqueue(position: number, bytes?: Uint8Array<ArrayBuffer>): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ position, done, failed, ...(bytes && { bytes }) });
      this.#draining ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    for (let run = this.#nextRun(); run.length > 0; run = this.#nextRun()) {
      try {
        await this.#perform(run);
        for (const job of run) job.done();
      } catch (error) {
        const failure = error instanceof StoreError ? error : new StoreError('storage-failed', error);
        for (const job of run) job.failed(failure);
      }
    }
    this.#draining = undefined;
  }

  /** Takes one flush, or the waiting writes that follow each other without a gap, up to one batch. */
  #nextRun(): readonly Job[] {
    let count = 0;
    let total = 0;
    let end: number | undefined;
    for (const { position, bytes } of this.#waiting) {
      if (count > 0 && (bytes === undefined || position !== end || total + bytes.length > BATCH_BYTES)) break;
      count++;
      if (bytes === undefined) break;
      end = position + bytes.length;
      total += bytes.length;
    }
    return this.#waiting.splice(0, count);
  }

  /** Stores the full records among the tail and `run`, and keeps the rest as the new tail. */
  async #perform(run: readonly Job[]): Promise<void> {
    const start = run[0]?.position ?? 0;
    const parts = run.flatMap(({ bytes }) => bytes ?? []);
    if (parts.length === 0 || start !== this.#tailPosition + this.#tailLength) {
      if (this.#tailLength > 0) await this.#commit(this.#tailPosition, [this.#tail.subarray(0, this.#tailLength)]);
      this.#tailPosition = start;
      this.#tailLength = 0;
    }
    const length = parts.reduce((sum, part) => sum + part.length, this.#tailLength);
    const full = length - (length % RECORD_BYTES);
    let rest = parts;
    if (full > 0) {
      const stored = full - this.#tailLength;
      await this.#commit(this.#tailPosition, [this.#tail.subarray(0, this.#tailLength), ...between(parts, 0, stored)]);
      rest = between(parts, stored, stored + (length - full));
      this.#tailPosition += full;
      this.#tailLength = 0;
    }
    for (const part of rest) {
      this.#tail.set(part, this.#tailLength);
      this.#tailLength += part.length;
    }
  }

  /** Puts `parts` at `start` in one transaction, replacing whatever was stored there. */
  async #commit(start: number, parts: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const end = start + length;
    const added: Fresh[] = [];
    for (let from = 0; from < length; from += RECORD_BYTES) {
      const blob = new Blob(between(parts, from, Math.min(from + RECORD_BYTES, length)));
      added.push({ position: start + from, length: blob.size, blob });
    }
    const old = overlapping(this.spans, start, end);
    for (const span of old) {
      const spanEnd = span.position + span.length;
      if (span.position >= start && spanEnd <= end) continue;
      const blob = recordBlob(kept(await this.#records.get(this.#recordKey(span))));
      if (blob === undefined) throw new StoreError('storage-failed', 'a record is damaged');
      if (span.position < start) {
        const before = start - span.position;
        added.unshift({ position: span.position, length: before, blob: await detached(blob.slice(0, before)) });
      }
      if (spanEnd > end) {
        added.push({ position: end, length: spanEnd - end, blob: await detached(blob.slice(end - span.position)) });
      }
    }
    const put: (readonly [IDBValidKey, Blob | ArrayBuffer])[] = [];
    for (const record of added)
      put.push([this.#recordKey(record), this.#form === 'blob' ? record.blob : await record.blob.arrayBuffer()]);
    kept(await this.#records.change({ delete: old.map((span) => this.#recordKey(span)), put }));
    replaceSpans(
      this.spans,
      added.map(({ position, length }) => ({ position, length })),
    );
  }

  #recordKey(span: Span): IDBValidKey {
    return [this.#key, span.position, span.length];
  }
}

/** A record that is about to be stored. */
type Fresh = Span & { readonly blob: Blob };

/** The bytes from `start` to `end` of all `parts` in a row, as views. */
function between(parts: readonly Uint8Array<ArrayBuffer>[], start: number, end: number): Uint8Array<ArrayBuffer>[] {
  let position = 0;
  return parts.flatMap((part) => {
    const from = Math.max(0, start - position);
    const to = Math.min(part.length, end - position);
    position += part.length;
    return from < to ? [part.subarray(from, to)] : [];
  });
}

function closed(): Promise<never> {
  return Promise.reject(new StoreError('storage-failed', 'the pack is closed'));
}

/**
 * The same bytes in a new Blob. Firefox (153) stores a slice of a stored Blob as the whole Blob, so the slice reads
 * back from the wrong position.
 */
async function detached(slice: Blob): Promise<Blob> {
  return new Blob([await slice.arrayBuffer()]);
}

/** The value of a storage call; throws its failure as the port wants it. */
export function kept<T>(result: Kept<T>): T {
  if (result.ok) return result.value;
  throw new StoreError(result.failure === 'full' ? 'storage-full' : 'storage-failed', result.cause);
}
