/**
 * Sorted sets that are shared: three hundred phones compare the same few, and sorting twenty thousand events takes a tenth of a second.
 * What has come within the last moments may be missing; whoever follows hears of it, and whoever does not finds it the next time.
 */
import type { Filter } from '../../protocol/filter.ts';
import type { Holding } from '../holding.ts';
import { Sorted } from '../negentropy/sorted.ts';

/** How old a set may be, in milliseconds. */
const FRESH_MS = 2_000;
/** Different sets that are kept. Phones ask for two. */
const MOST_SETS = 8;

export class SortedSets {
  readonly #holding: Pick<Holding, 'items'>;
  readonly #now: () => number;
  /** The one that was sorted first is first. */
  readonly #sets = new Map<string, { readonly sorted: Sorted; readonly at: number }>();

  /** `now`: monotonic, in milliseconds. */
  constructor(holding: Pick<Holding, 'items'>, now: () => number) {
    this.#holding = holding;
    this.#now = now;
  }

  /** True when nothing has to be sorted for it. */
  has(filter: Filter): boolean {
    return this.#find(JSON.stringify(filter)) !== undefined;
  }

  of(filter: Filter): Sorted {
    const key = JSON.stringify(filter);
    const found = this.#find(key);
    if (found !== undefined) return found;
    const sorted = new Sorted(this.#holding.items(filter));
    this.#sets.delete(key);
    this.#sets.set(key, { sorted, at: this.#now() });
    const [oldest] = this.#sets.keys();
    if (this.#sets.size > MOST_SETS && oldest !== undefined) this.#sets.delete(oldest);
    return sorted;
  }

  #find(key: string): Sorted | undefined {
    const set = this.#sets.get(key);
    return set !== undefined && this.#now() - set.at <= FRESH_MS ? set.sorted : undefined;
  }
}
