/**
 * Store where there is no OPFS (plain HTTP): records in IndexedDB, keyed [pack, position, length], each at most 1 MiB,
 * and a Blob where that can be, so that a file is handed over as a Blob of Blobs without being loaded. The length is in the key, so that
 * the map of a pack is read without touching its Blobs.
 *
 * Firefox gives the room of a deleted record back once no Blob of it is left in memory, which its collector notices
 * when the worker has rested for some seconds.
 */
import { type Keyval, keyval } from '../../store/keyval.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { kept, type RecordForm, RecordPack, recordBlob } from './record-pack.ts';
import { covered, overlapping, type Span } from './spans.ts';
import { type Store, StoreError } from './store.ts';

/** Position of the record that says "this pack exists", for packs that are still or for ever empty. */
const MARK = -1;

type Stored = Span & { readonly pack: TransferKey; readonly blob: Blob };

/** Every key of `pack`; an empty list sorts behind all numbers (Indexed Database API 3.0, section 2.4). */
const rangeOf = (pack: TransferKey) => IDBKeyRange.bound([pack], [pack, []]);

export function recordStore(form: RecordForm, records: Keyval = keyval('packs', 'strict')): Store {
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
      const opened = new RecordPack(pack, records, form, () => open.delete(pack));
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
        const blob = span.position === known?.position ? known.blob : recordBlob(found[unknown.indexOf(span)]);
        if (blob?.size !== span.length) throw new StoreError('storage-failed', 'a record is damaged');
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
