/**
 * Chooses where received bytes are kept: the best store that works in this browser on this origin. Each store is tried
 * out, because browsers offer things that they then refuse: Firefox OPFS in private windows, WebKit Blobs in IndexedDB
 * there, Safari 16.0 to 16.3 handles that are invalid, Chromium everything where site data is blocked.
 */
import type { TransferKey } from '../../transfer/view.ts';
import type { StorageKind } from '../api/api.ts';
import { type OtherRung, storeAcross } from './across.ts';
import { MemoryStore } from './memory.ts';
import { opfsStore } from './opfs.ts';
import { recordStore } from './records.ts';
import { type Store, StoreError } from './store.ts';

type Rung = StorageKind;
export type PickedStore = { readonly store: Store; readonly rung: Rung };

/**
 * Most bytes that are received into memory: enough for photos and notices; they are there twice while they are saved.
 */
const MEMORY_BYTES = 64 * 1024 * 1024;
/**
 * A browser whose storage does not answer (Safari's has hung) must still be able to send, after this many milliseconds.
 */
const PATIENCE_MS = 3_000;

/**
 * `createWritable` is not a rung: only Chromium 86 to 101 has it without access handles, and its bytes cannot be read
 * back before the file is closed.
 */
const LADDER: Readonly<Record<Exclude<Rung, 'memory'>, () => Promise<Store | undefined>>> = {
  opfs: opfsStore,
  records: async () => recordStore('blob'),
  buffers: async () => recordStore('buffer'),
};

/**
 * `pageKeepsBlobs`: what only the page can find out (`app/engine/try-blobs.ts`). `rungs`: those to try, the best one
 * first. Packs that earlier visits left on other rungs stay within reach.
 */
export async function pickStore(
  pageKeepsBlobs: () => Promise<boolean>,
  rungs: readonly (keyof typeof LADDER)[] = ['opfs', 'records', 'buffers'],
): Promise<PickedStore> {
  for (const rung of rungs) {
    const store = await LADDER[rung]();
    if (rung === 'records' && !(await patiently(pageKeepsBlobs()))) continue;
    if (store !== undefined && (await works(store))) return { store: withOthers(store, rung), rung };
  }
  return { store: withOthers(new MemoryStore(MEMORY_BYTES, 'storage-refused'), 'memory'), rung: 'memory' };
}

/** Records and buffers are in the same database, and either can read both. */
function withOthers(store: Store, rung: Rung): Store {
  const { opfs, records } = LADDER;
  const others: Readonly<Record<Rung, readonly [below: readonly OtherRung[], above: readonly OtherRung[]]>> = {
    opfs: [[records], []],
    records: [[], [opfs]],
    buffers: [[], [opfs]],
    memory: [[], [records, opfs]],
  };
  return storeAcross(store, ...others[rung]);
}

/** True if stored bytes are lost when the page is closed. Buffers are picked in private windows only. */
export const isFleeting = (rung: Rung): boolean => rung === 'buffers' || rung === 'memory';

/** True if `store` returns what is written into it. A full or slow store is not therefore broken. */
async function works(store: Store): Promise<boolean> {
  const key = `trial-${crypto.getRandomValues(new Uint32Array(2)).join('-')}` as TransferKey; // another tab may be trying too
  const given = new Uint8Array([1, 2, 3]);
  const trial = async () => {
    const pack = await store.open(key, given.length);
    await pack.write(0, given);
    await pack.seal();
    const found = new Uint8Array(await (await store.read(key, 0, given.length)).arrayBuffer());
    return found.join() === given.join();
  };
  const isFull = (error: unknown) => error instanceof StoreError && error.failure === 'storage-full';
  const outcome = await patiently(trial().catch(isFull));
  store.delete(key).catch(() => {}); // if it stays, a later visit finds it as an orphan
  return outcome;
}

/** What `trial` shows, or true where it shows nothing in time. */
const patiently = (trial: Promise<boolean>): Promise<boolean> =>
  Promise.race([trial, new Promise<true>((resolve) => setTimeout(() => resolve(true), PATIENCE_MS))]);
