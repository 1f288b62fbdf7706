/**
 * One store over all rungs of the ladder. Which rung works is found out anew with every visit, and storage that refused
 * once takes bytes again the next day: what an earlier visit left on another rung is read, gone on with and freed where it is.
 */
import type { TransferKey } from '../../transfer/view.ts';
import type { Store } from './store.ts';

/** A rung that may be there or not, and may be asked again. */
export type OtherRung = () => Promise<Store | undefined>;

/** A rung that does not answer for this long, in milliseconds, holds up nobody any more; what it says later counts all the same. */
const PATIENCE_MS = 3_000;

/**
 * `picked` takes every new pack. `below` and `above` are the rungs under and over it, lowest first. A pack that is on
 * two rungs is the one on the lower: it was begun while the upper could not be reached, else it would have gone on there.
 */
export function storeAcross(picked: Store, below: readonly OtherRung[], above: readonly OtherRung[]): Store {
  /** Where each known pack is, the place that counts first. */
  const places = new Map<TransferKey, readonly Store[]>();
  const unseen = new Set<OtherRung>([...below, async () => picked, ...above]);
  /** Looked into right now. */
  const asked = new Set<OtherRung>();
  let looking: Promise<void> | undefined;

  async function lookInto(rung: OtherRung): Promise<void> {
    try {
      const store = await rung();
      const keys = await store?.keys();
      if (!store || !keys || !unseen.delete(rung)) return;
      for (const key of keys) {
        const known = places.get(key) ?? [];
        if (!known.includes(store)) places.set(key, [...known, store]);
      }
    } catch {
      // Refused today: it stays among those that were not seen.
    }
  }

  async function lookIntoAll(): Promise<void> {
    for (const rung of [...unseen]) {
      if (asked.has(rung)) continue; // silent until now: nobody waits for it twice
      asked.add(rung);
      await within(
        PATIENCE_MS,
        lookInto(rung).finally(() => asked.delete(rung)),
      );
    }
    looking = undefined;
  }

  function look(): Promise<void> {
    looking ??= lookIntoAll();
    return looking;
  }

  async function homeOf(key: TransferKey): Promise<Store> {
    if (!places.has(key)) await look();
    return places.get(key)?.[0] ?? picked;
  }

  return {
    async open(key, bytes) {
      const home = await homeOf(key);
      const pack = await home.open(key, bytes);
      if (!places.has(key)) places.set(key, [home]);
      return pack;
    },

    read: async (key, start, end) => (await homeOf(key)).read(key, start, end),

    async delete(key) {
      await look();
      for (const store of new Set([picked, ...(places.get(key) ?? [])])) await store.delete(key);
      places.delete(key);
    },

    async keys() {
      await look();
      return [...new Set([...places.keys(), ...(await picked.keys())])];
    },
  };
}

async function within(ms: number, task: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([task, patience]);
  clearTimeout(timer);
}
