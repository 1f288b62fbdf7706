/**
 * Store where there is no OPFS (plain HTTP): records in IndexedDB, keyed [pack, position, length], each at most 1 MiB,
 * and a Blob where possible, so that a file is handed over as a Blob of Blobs without being loaded. The length is in
 * the key, so the map of a pack is read without touching its Blobs.
 *
 * Firefox frees the room of a deleted record once none of its Blobs is left in memory, which its collector notices when
 * the worker has rested for some seconds.
 */
import { type Keyval, keyval } from '../../store/keyval.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { kept, type RecordForm, RecordPack } from './record-pack.ts';
import { covered, overlapping, type Span } from './spans.ts';
import { type Store, StoreError } from './store.ts';

/** Position of the record that says "this pack exists", for packs that are empty, still or for ever. */
const MARK = -1;

type StoredRecord = Span & { readonly pack: TransferKey; readonly content: Blob | ArrayBuffer };

const isContent = (value: unknown): value is Blob | ArrayBuffer =>
  value instanceof Blob || value instanceof ArrayBuffer;
const bytesOf = (content: Blob | ArrayBuffer): number => (content instanceof Blob ? content.size : content.byteLength);

/** Every key of `pack`; an empty list sorts behind all numbers (Indexed Database API 3.0, section 2.4). */
const rangeOf = (pack: TransferKey) => IDBKeyRange.bound([pack], [pack, []]);

export function recordStore(form: RecordForm, records: Keyval = keyval('packs', 'strict')): Store {
  return new RecordStore(form, records);
}

/** All `parts` in a row, which are `bytes` bytes: never handed over short. */
function wholeOf(parts: readonly (Blob | Uint8Array<ArrayBuffer>)[], bytes: number): Blob {
  const [only] = parts;
  const whole = only instanceof Blob && parts.length === 1 ? only : new Blob([...parts]);
  if (whole.size !== bytes) throw new StoreError('storage-failed', 'the browser has lost a part of a file');
  return whole;
}

class RecordStore implements Store {
  readonly #form: RecordForm;
  readonly #records: Keyval;
  /** Maps of the packs used so far. This worker alone owns the store, so they stay true. */
  readonly #maps = new Map<TransferKey, Span[]>();
  readonly #open = new Map<TransferKey, RecordPack>();
  /** The last record that was read, of a closed pack: several files in it cost one look-up. */
  #lastRead: StoredRecord | undefined;

  constructor(form: RecordForm, records: Keyval) {
    this.#form = form;
    this.#records = records;
  }

  async open(pack: TransferKey): Promise<RecordPack> {
    if (this.#open.has(pack)) throw new StoreError('storage-failed', 'the pack is open already');
    this.#lastRead = undefined;
    const opened = new RecordPack(pack, this.#records, this.#form, () => this.#open.delete(pack));
    this.#open.set(pack, opened);
    try {
      kept(await this.#records.set([pack, MARK, 0], true));
      opened.spans = await this.#mapOf(pack);
    } catch (error) {
      this.#open.delete(pack);
      throw error;
    }
    return opened;
  }

  async read(pack: TransferKey, start: number, end: number): Promise<Blob> {
    const opened = this.#open.get(pack);
    // Bytes that can no longer be stored are missing below.
    await opened?.flush().catch(() => {});
    const spans = await this.#mapOf(pack);
    if (!covered(spans, start, end)) throw new StoreError('storage-failed', 'bytes are missing');
    const found = await this.#recordsOf(pack, overlapping(spans, start, end));
    const last = found.at(-1);
    if (opened === undefined && last) this.#lastRead = last;
    const parts = found.map(({ position, length, content }) => {
      const [from, to] = [Math.max(0, start - position), Math.min(length, end - position)];
      return content instanceof Blob ? content.slice(from, to) : new Uint8Array(content, from, to - from);
    });
    return wholeOf(parts, end - start);
  }

  async delete(pack: TransferKey): Promise<void> {
    await this.#open.get(pack)?.close();
    this.#maps.delete(pack);
    this.#lastRead = undefined;
    kept(await this.#records.change({ delete: [rangeOf(pack)] }));
  }

  async keys(): Promise<readonly TransferKey[]> {
    const packs = new Set<TransferKey>();
    for (const key of kept(await this.#records.keys())) {
      const pack = Array.isArray(key) ? key[0] : undefined;
      if (typeof pack === 'string') packs.add(pack as TransferKey); // only keys of transfers are ever written here
    }
    return [...packs];
  }

  async #mapOf(pack: TransferKey): Promise<Span[]> {
    const known = this.#maps.get(pack);
    if (known !== undefined) return known;
    const keys = kept(await this.#records.keys(rangeOf(pack)));
    if (keys.length === 0) throw new StoreError('storage-failed', `no pack ${pack}`);
    const spans: Span[] = [];
    for (const key of keys) {
      const [, position, length] = Array.isArray(key) ? key : [];
      if (typeof position === 'number' && position >= 0 && typeof length === 'number') spans.push({ position, length });
    }
    this.#maps.set(pack, spans);
    return spans;
  }

  /** The records of `pack` at `spans`, in their order. */
  async #recordsOf(pack: TransferKey, spans: readonly Span[]): Promise<readonly StoredRecord[]> {
    const known = this.#lastRead?.pack === pack ? this.#lastRead : undefined;
    const unknown = spans.filter((span) => span.position !== known?.position);
    const keys = unknown.map((span) => [pack, span.position, span.length]);
    const found = keys.length > 0 ? kept(await this.#records.getMany(keys)) : [];
    return spans.map((span) => {
      const content = span.position === known?.position ? known.content : found[unknown.indexOf(span)];
      if (!isContent(content) || bytesOf(content) !== span.length)
        throw new StoreError('storage-failed', 'a record is damaged');
      return { pack, ...span, content };
    });
  }
}
