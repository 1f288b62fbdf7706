/**
 * How many devices there are behind all routers, and a digest of their places: equal on routers with the same
 * knowledge.
 */
import { createHash } from 'node:crypto';

export type Census = { readonly devices: number; readonly presence: string };

/** Counts anew only after a change: sorting and hashing 50,000 devices takes 60 ms of a core. */
export class Censuses {
  readonly #places: () => Iterable<string>;
  #last: { readonly at: number; readonly census: Census } | undefined;

  /** `places`: one text for each device and its place. */
  constructor(places: () => Iterable<string>) {
    this.#places = places;
  }

  /** The census at `version`, which the caller raises whenever `places` may have changed. */
  at(version: number): Census {
    if (this.#last?.at === version) return this.#last.census;
    const places = [...this.#places()].sort();
    const presence = createHash('sha256').update(places.join('\n')).digest('hex').slice(0, 16);
    this.#last = { at: version, census: { devices: places.length, presence } };
    return this.#last.census;
  }
}
