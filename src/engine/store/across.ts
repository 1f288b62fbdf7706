/**
 * One store over all rungs of the ladder. Each visit tries anew which rung works, and storage that refused once may
 * take bytes again the next day: packs that an earlier visit left on another rung are read, continued and freed there.
 */
import type { TransferKey } from '../../transfer/view.ts';
import type { Pack, Store } from './store.ts';

/** A rung that may or may not work, and may be asked again. */
export type OtherRung = () => Promise<Store | undefined>;

/** The longest wait for a rung, in milliseconds. A later answer still counts. */
const PATIENCE_MS = 3_000;

/**
 * `picked` takes every new pack. `below` and `above` are the rungs under and over it, lowest first. When a pack is on
 * two rungs, the lower one counts: it was begun while the upper could not be reached, or it would have continued there.
 */
export function storeAcross(picked: Store, below: readonly OtherRung[], above: readonly OtherRung[]): Store {
  return new StoreAcross(picked, below, above);
}

class StoreAcross implements Store {
  readonly #picked: Store;
  /** The stores of each known pack, the one that counts first. */
  readonly #places = new Map<TransferKey, readonly Store[]>();
  readonly #unseen: Set<OtherRung>;
  /** Rungs that are being asked now. */
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
      if (this.#asked.has(rung)) continue; // still silent: do not wait for it twice
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
      // It refuses today, and stays among those that were not seen.
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
