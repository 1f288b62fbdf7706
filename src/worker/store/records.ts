/**
 * Store where there is no OPFS (plain HTTP): records in IndexedDB, keyed [pack, position, length], each a Blob of at most
 * 1 MiB, so that a file is handed over as a Blob of Blobs without being loaded. The length is in the key, so that
 * the map of a pack is read without touching its Blobs.
 *
 * Small files make small writes, and a transaction for each would take minutes for ten thousand of them (3-6 ms each, in
 * both browsers). So what does not fill a record waits in memory until it does, or until the pack is read or closed: at
 * most one record of a pack is lost when the tab is killed, and reading says so. Writes that are made while a
 * transaction is under way go together in the next one.
 *
 * Firefox gives the room of a deleted record back once no Blob of it is left in memory, which its collector notices
 * when the worker has rested for some seconds.
 */
import { type Kept, type Keyval, keyval } from '../../store/keyval.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { covered, overlapping, replaceSpans, type Span } from './spans.ts';
import { type Pack, type Store, StoreError } from './store.ts';

/** Most bytes of one record. Larger ones gain nothing; each is copied through the browser's process as a whole. */
const RECORD_BYTES = 1024 * 1024;
/** Most bytes of one transaction: what a sender has under way at once (`WINDOW_BYTES`). Bounds the memory of a commit. */
const BATCH_BYTES = 8 * RECORD_BYTES;
/** Position of the record that says "this pack exists", for packs that are still or for ever empty. */
const MARK = -1;

/** Something to do to an open pack, in the order of calls: write, or (without bytes) store what waits in memory. */
type Job = {
  readonly position: number;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly done: () => void;
  readonly failed: (error: StoreError) => void;
};
type Stored = Span & { readonly pack: TransferKey; readonly blob: Blob };

/** Every key of `pack`; an empty list sorts behind all numbers (Indexed Database API 3.0, section 2.4). */
const rangeOf = (pack: TransferKey) => IDBKeyRange.bound([pack], [pack, []]);

export function recordStore(records: Keyval = keyval('packs')): Store {
  /** Maps of the packs used so far. One worker owns this store, so they stay true. */
  const maps = new Map<TransferKey, Span[]>();
  const open = new Map<TransferKey, RecordPack>();
  /** The record read last, of a pack that is closed: the files behind each other in it cost one look-up. */
  let lastRead: Stored | undefined;

  async function mapOf(pack: TransferKey): Promise<Span[]> {
    const known = maps.get(pack);
    if (known !== undefined) return known;
    const keys = kept(await records.keys(rangeOf(pack)));
    if (keys.length === 0) throw new StoreError('storage-failed', `no pack ${pack}`);
    const spans: Span[] = [];
    for (const key of keys) {
      const [, position, length] = Array.isArray(key) ? key : [];
      if (typeof position === 'number' && position >= 0 && typeof length === 'number') spans.push({ position, length });
    }
    maps.set(pack, spans);
    return spans;
  }

  return {
    async open(pack) {
      if (open.has(pack)) throw new StoreError('storage-failed', 'the pack is open already');
      lastRead = undefined;
      const opened = new RecordPack(pack, records, () => open.delete(pack));
      open.set(pack, opened);
      try {
        kept(await records.set([pack, MARK, 0], true));
        opened.spans = await mapOf(pack);
      } catch (error) {
        open.delete(pack);
        throw error;
      }
      return opened;
    },

    async read(pack, start, end) {
      const opened = open.get(pack);
      // What cannot be stored any more is missing below.
      await opened?.flush().catch(() => {});
      const spans = await mapOf(pack);
      if (!covered(spans, start, end)) throw new StoreError('storage-failed', 'bytes are missing');
      const wanted = overlapping(spans, start, end);
      const known = lastRead?.pack === pack ? lastRead : undefined;
      const unknown = wanted.filter((span) => span.position !== known?.position);
      const keys = unknown.map((span) => [pack, span.position, span.length]);
      const found = keys.length > 0 ? kept(await records.getMany(keys)) : [];
      const parts = wanted.map((span) => {
        const blob = span.position === known?.position ? known.blob : found[unknown.indexOf(span)];
        if (!(blob instanceof Blob) || blob.size !== span.length)
          throw new StoreError('storage-failed', 'a record is damaged');
        if (opened === undefined) lastRead = { pack, ...span, blob };
        return blob.slice(Math.max(0, start - span.position), Math.min(span.length, end - span.position));
      });
      const [only] = parts;
      return only !== undefined && parts.length === 1 ? only : new Blob(parts);
    },

    async delete(pack) {
      await open.get(pack)?.close();
      maps.delete(pack);
      lastRead = undefined;
      kept(await records.change({ delete: [rangeOf(pack)] }));
    },

    async keys() {
      const packs = new Set<TransferKey>();
      for (const key of kept(await records.keys())) {
        const pack = Array.isArray(key) ? key[0] : undefined;
        if (typeof pack === 'string') packs.add(pack as TransferKey); // only keys of transfers were ever written here
      }
      return [...packs];
    },
  };
}

class RecordPack implements Pack {
  spans: Span[] = [];
  readonly #key: TransferKey;
  readonly #records: Keyval;
  readonly #onClosed: () => void;
  readonly #waiting: Job[] = [];
  // biome-ignore lint/correctness/noUnusedPrivateClassMembers: `??=` reads it
  #draining: Promise<void> | undefined;
  /** What does not fill a record yet: the first `#tailLength` bytes belong at `#tailPosition`. */
  readonly #tail = new Uint8Array(RECORD_BYTES);
  #tailPosition = 0;
  #tailLength = 0;
  #closed = false;

  constructor(key: TransferKey, records: Keyval, onClosed: () => void) {
    this.#key = key;
    this.#records = records;
    this.#onClosed = onClosed;
  }

  write(position: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.#closed ? closed() : this.#enqueue(position, bytes);
  }

  /** Stores what waits in memory. */
  flush(): Promise<void> {
    return this.#closed ? closed() : this.#enqueue(0);
  }

  /** IndexedDB makes each transaction durable by itself. */
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
    await flushed.catch(() => {});
    this.#onClosed();
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

  /** Puts `parts` at `start` in one transaction, over whatever was stored there. */
  async #commit(start: number, parts: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const end = start + length;
    const added: Record[] = [];
    for (let from = 0; from < length; from += RECORD_BYTES) {
      const blob = new Blob(between(parts, from, Math.min(from + RECORD_BYTES, length)));
      added.push({ position: start + from, length: blob.size, blob });
    }
    const old = overlapping(this.spans, start, end);
    for (const span of old) {
      const spanEnd = span.position + span.length;
      if (span.position >= start && spanEnd <= end) continue;
      const blob = kept(await this.#records.get(this.#recordKey(span)));
      if (!(blob instanceof Blob)) throw new StoreError('storage-failed', 'a record is damaged');
      if (span.position < start) {
        const before = start - span.position;
        added.unshift({ position: span.position, length: before, blob: await detached(blob.slice(0, before)) });
      }
      if (spanEnd > end) {
        added.push({ position: end, length: spanEnd - end, blob: await detached(blob.slice(end - span.position)) });
      }
    }
    kept(
      await this.#records.change({
        delete: old.map((span) => this.#recordKey(span)),
        put: added.map((record) => [this.#recordKey(record), record.blob]),
      }),
    );
    replaceSpans(
      this.spans,
      added.map(({ position, length }) => ({ position, length })),
    );
  }

  #recordKey(span: Span): IDBValidKey {
    return [this.#key, span.position, span.length];
  }
}

type Record = Span & { readonly blob: Blob };

/** The bytes from `start` to `end` of all `parts` behind each other, as views. */
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
 * The same bytes in a Blob of their own. Firefox (153) stores a slice of a stored Blob as the whole of it, so the slice
 * reads back from the wrong position.
 */
async function detached(slice: Blob): Promise<Blob> {
  return new Blob([await slice.arrayBuffer()]);
}

function kept<T>(result: Kept<T>): T {
  if (result.ok) return result.value;
  throw new StoreError(result.failure === 'full' ? 'storage-full' : 'storage-failed', result.cause);
}
