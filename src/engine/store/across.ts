/**
 * One store over all rungs of the ladder. Which rung works is found out anew with every visit, and storage that refused
 * once takes bytes again the next day: what an earlier visit left on another rung is read, gone on with and freed where it is.
 */
import type { TransferKey } from '../../transfer/view.ts';
import type { Pack, Store } from './store.ts';

/** A rung that may be there or not, and may be asked again. */
export type OtherRung = () => Promise<Store | undefined>;

/** Nobody waits longer than this for a rung, in milliseconds. What it says later counts all the same. */
const PATIENCE_MS = 3_000;

/**
 * `picked` takes every new pack. `below` and `above` are the rungs under and over it, lowest first. A pack that is on
 * two rungs is the one on the lower: it was begun while the upper could not be reached, else it would have gone on there.
 */
export function storeAcross(picked: Store, below: readonly OtherRung[], above: readonly OtherRung[]): Store {
  return new StoreAcross(picked, below, above);
}

class StoreAcross implements Store {
  readonly #picked: Store;
  /** Where each known pack is, the place that counts first. */
  readonly #places = new Map<TransferKey, readonly Store[]>();
  readonly #unseen: Set<OtherRung>;
  /** Looked into right now. */
  readonly #asked = new Set<OtherRung>();
  #looking: Promise<void> | undefined;

  constructor(picked: Store, below: readonly OtherRung[], above: readonly OtherRung[]) {
    this.#picked = picked;
    this.#unseen = new Set<OtherRung>([...below, async () => picked, ...above]);
  }

  async open(key: TransferKey, bytes: number): Promise<Pack> {
    const home = await this.#homeOf(key);
    const pack = await home.open(key, bytes);
    if (!this.#places.has(key)) this.#places.set(key, [home]);
    return pack;
  }

  async read(key: TransferKey, start: number, end: number): Promise<Blob> {
    return (await this.#homeOf(key)).read(key, start, end);
  }

  async delete(key: TransferKey): Promise<void> {
    await this.#look();
    for (const store of new Set([this.#picked, ...(this.#places.get(key) ?? [])])) await store.delete(key);
    this.#places.delete(key);
  }

  async keys(): Promise<readonly TransferKey[]> {
    await this.#look();
    return [...new Set([...this.#places.keys(), ...(await this.#picked.keys())])];
  }

  async #homeOf(key: TransferKey): Promise<Store> {
    if (!this.#places.has(key)) await this.#look();
    return this.#places.get(key)?.[0] ?? this.#picked;
  }

  #look(): Promise<void> {
    this.#looking ??= this.#lookIntoAll();
    return this.#looking;
  }

  async #lookIntoAll(): Promise<void> {
    for (const rung of [...this.#unseen]) {
      if (this.#asked.has(rung)) continue; // silent until now: nobody waits for it twice
      this.#asked.add(rung);
      await within(
        PATIENCE_MS,
        this.#lookInto(rung).finally(() => this.#asked.delete(rung)),
      );
    }
    this.#looking = undefined;
  }

  async #lookInto(rung: OtherRung): Promise<void> {
    try {
      const store = await rung();
      const keys = await store?.keys();
      if (!store || !keys || !this.#unseen.delete(rung)) return;
      for (const key of keys) {
        const known = this.#places.get(key) ?? [];
        if (!known.includes(store)) this.#places.set(key, [...known, store]);
      }
    } catch {
      // Refused today: it stays among those that were not seen.
    }
  }
}

async function within(ms: number, task: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([task, patience]);
  clearTimeout(timer);
}
