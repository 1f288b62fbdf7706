/** What is remembered of each place (`places.ts`), within a bound: the place that has been quiet longest is forgotten. Pure. */
import type { Place } from './places.ts';

export class ByPlace<T> {
  readonly #most: number;
  readonly #make: (place: Place, now: number) => T;
  /** The first one has been quiet longest. */
  readonly #all = new Map<string, T>();

  /** `make`: what is remembered of a place that is new here. */
  constructor(most: number, make: (place: Place, now: number) => T) {
    this.#most = most;
    this.#make = make;
  }

  of(place: Place, now: number): T {
    const record = this.#all.get(place.key) ?? this.#make(place, now);
    this.#all.delete(place.key);
    this.#all.set(place.key, record);
    const [quietest] = this.#all.keys();
    if (this.#all.size > this.#most && quietest !== undefined) this.#all.delete(quietest);
    return record;
  }
}
