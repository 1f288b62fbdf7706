/**
 * Store where there is no OPFS (plain HTTP): records in IndexedDB, keyed [pack, position, length], each a Blob of at most
 * 1 MiB, so that a file is handed over as a Blob of Blobs without being loaded. The length is in the key, so that
 * the map of a pack is read without touching its Blobs.
 *
 * Small files make small writes. While one transaction is under way, the writes behind it gather and go together in
 * the next one, merged into full records: ten thousand small files are a few hundred records if the caller keeps some
 * writes in flight.
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

type Write = {
  readonly position: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly stored: () => void;
  readonly failed: (error: StoreError) => void;
};

/** Every key of `pack`; an empty list sorts behind all numbers (Indexed Database API 3.0, section 2.4). */
const rangeOf = (pack: TransferKey) => IDBKeyRange.bound([pack], [pack, []]);

export function recordStore(records: Keyval = keyval('packs')): Store {
  /** Maps of the packs used so far. One worker owns this store, so they stay true. */
  const maps = new Map<TransferKey, Span[]>();
  const open = new Map<TransferKey, RecordPack>();

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
      const spans = await mapOf(pack);
      if (!covered(spans, start, end)) throw new StoreError('storage-failed', 'bytes are missing');
      const wanted = overlapping(spans, start, end);
      const blobs = kept(await records.getMany(wanted.map((span) => [pack, span.position, span.length])));
      const parts = wanted.map((span, index) => {
        const blob = blobs[index];
        if (!(blob instanceof Blob) || blob.size !== span.length)
          throw new StoreError('storage-failed', 'a record is damaged');
        return blob.slice(Math.max(0, start - span.position), Math.min(span.length, end - span.position));
      });
      return new Blob(parts);
    },

    async delete(pack) {
      await open.get(pack)?.close();
      maps.delete(pack);
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
  readonly #waiting: Write[] = [];
  #draining: Promise<void> | undefined;
  #closed = false;

  constructor(key: TransferKey, records: Keyval, onClosed: () => void) {
    this.#key = key;
    this.#records = records;
    this.#onClosed = onClosed;
  }

  write(position: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.#closed) return Promise.reject(new StoreError('storage-failed', 'the pack is closed'));
    if (bytes.length === 0) return Promise.resolve();
    return new Promise((stored, failed) => {
      this.#waiting.push({ position, bytes, stored, failed });
      this.#draining ??= this.#drain();
    });
  }

  /** IndexedDB commits each write by itself; there is nothing more to make durable. */
  seal(): Promise<void> {
    return this.close();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#draining;
    this.#onClosed();
  }

  async #drain(): Promise<void> {
    for (let run = this.#nextRun(); run.length > 0; run = this.#nextRun()) {
      try {
        await this.#store(run);
        for (const write of run) write.stored();
      } catch (error) {
        const failure = error instanceof StoreError ? error : new StoreError('storage-failed', error);
        for (const write of run) write.failed(failure);
      }
    }
    this.#draining = undefined;
  }

  /** Takes the waiting writes that follow each other without a gap, up to one batch. */
  #nextRun(): readonly Write[] {
    let count = 0;
    let total = 0;
    let end: number | undefined;
    for (const { position, bytes } of this.#waiting) {
      if (count > 0 && (position !== end || total + bytes.length > BATCH_BYTES)) break;
      end = position + bytes.length;
      total += bytes.length;
      count++;
    }
    return this.#waiting.splice(0, count);
  }

  async #store(run: readonly Write[]): Promise<void> {
    const added = cutIntoRecords(run);
    const start = added[0]?.position ?? 0;
    const end = added.reduce((sum, record) => sum + record.length, start);
    const old = overlapping(this.spans, start, end);
    for (const span of old) {
      const spanEnd = span.position + span.length;
      if (span.position >= start && spanEnd <= end) continue;
      const blob = kept(await this.#records.get(this.#recordKey(span)));
      if (!(blob instanceof Blob)) throw new StoreError('storage-failed', 'a record is damaged');
      if (span.position < start) {
        const length = start - span.position;
        added.unshift({ position: span.position, length, blob: blob.slice(0, length) });
      }
      if (spanEnd > end) {
        added.push({ position: end, length: spanEnd - end, blob: blob.slice(end - span.position) });
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

/** Cuts writes that follow each other into records, filling each as far as it goes. */
function cutIntoRecords(run: readonly Write[]): Record[] {
  const records: Record[] = [];
  let position = run[0]?.position ?? 0;
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const flush = () => {
    if (length > 0) records.push({ position, length, blob: new Blob(parts) });
    position += length;
    parts = [];
    length = 0;
  };
  for (const { bytes } of run) {
    for (let from = 0; from < bytes.length; ) {
      const part = bytes.subarray(from, from + RECORD_BYTES - length);
      parts.push(part);
      length += part.length;
      from += part.length;
      if (length === RECORD_BYTES) flush();
    }
  }
  flush();
  return records;
}

function kept<T>(result: Kept<T>): T {
  if (result.ok) return result.value;
  throw new StoreError(result.failure === 'full' ? 'storage-full' : 'storage-failed', result.cause);
}
