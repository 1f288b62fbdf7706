/** The zips of saved transfers: each is made once for all who ask for it, and given up when nobody waits for it any more. */
import type { ManifestEntry } from '../protocol/peer.ts';
import type { TransferKey } from '../transfer/view.ts';
import { zipKey } from './store/store.ts';

/** Writes all `entries` of a saved transfer into one zip. Once `signal` is aborted it rejects, and nothing of the zip is left. */
export type MakeZip = (key: TransferKey, entries: readonly ManifestEntry[], signal: AbortSignal) => Promise<Blob>;

/** `waiting`: the requests that it is made for. */
type Zip = { readonly made: Promise<Blob>; readonly stop: AbortController; readonly waiting: Set<number> };

export class Zips {
  readonly #make: MakeZip;
  /** Those that are there or being made: the one for a second press on "Save all" is that for the first. */
  readonly #zips = new Map<TransferKey, Zip>();

  constructor(make: MakeZip) {
    this.#make = make;
  }

  /** True if `key` is that of a zip that somebody may be reading. */
  has(key: TransferKey): boolean {
    return [...this.#zips.keys()].some((transfer) => zipKey(transfer) === key);
  }

  async get(key: TransferKey, entries: readonly ManifestEntry[], request: number): Promise<Blob> {
    const known = this.#zips.get(key);
    const zip = known && !known.stop.signal.aborted ? known : this.#begin(key, entries, known);
    zip.waiting.add(request);
    try {
      return await zip.made;
    } finally {
      zip.waiting.delete(request);
    }
  }

  /** Nobody waits for the answer to `request` any more. */
  leave(request: number): void {
    for (const { waiting, stop } of this.#zips.values())
      if (waiting.delete(request) && waiting.size === 0) stop.abort();
  }

  /** The transfer is gone, and what is stored of it is freed. */
  forget(key: TransferKey): void {
    this.#zips.get(key)?.stop.abort();
    this.#zips.delete(key);
  }

  /** One that was given up has to be gone first: both are written to the same place. */
  #begin(key: TransferKey, entries: readonly ManifestEntry[], before: Zip | undefined): Zip {
    const stop = new AbortController();
    const make = () => this.#make(key, entries, stop.signal);
    const made = before ? before.made.then(make, make) : make();
    const zip: Zip = { made, stop, waiting: new Set() };
    this.#zips.set(key, zip);
    made.catch(() => {
      if (this.#zips.get(key) === zip) this.#zips.delete(key);
    });
    return zip;
  }
}
