/** Uploads under way: not all of them from one place, and none that has gone silent. */
import type { IncomingMessage } from 'node:http';
import type { Outcome } from '../../words/holding.ts';
import type { WordsLimits } from '../limits/limits.ts';
import { placesOf } from '../limits/places.ts';

/** A place that stands for many people (`places.ts`) may have so many times the uploads of an address. */
const CROWD = 4;

export class Uploads {
  readonly #limits: WordsLimits;
  readonly #byPlace = new Map<string, number>();
  #all = 0;

  constructor(limits: WordsLimits) {
    this.#limits = limits;
  }

  /** Runs `receive` with what comes in `request`, if there is room for it. */
  async during(
    request: IncomingMessage,
    address: string,
    receive: (bytes: AsyncIterable<Uint8Array>) => Promise<Outcome>,
  ): Promise<Outcome> {
    const places = placesOf(address);
    if (this.#all >= this.#limits.uploads || places.some((place) => this.#isFull(place))) return 'pace';
    this.#count(places, 1);
    const silent = setTimeout(() => request.destroy(), this.#limits.uploadSilenceMs);
    try {
      return await receive(heard(request, () => silent.refresh()));
    } finally {
      clearTimeout(silent);
      this.#count(places, -1);
    }
  }

  #isFull({ key, isCrowd }: { readonly key: string; readonly isCrowd: boolean }): boolean {
    return (this.#byPlace.get(key) ?? 0) >= this.#limits.uploadsPerAddress * (isCrowd ? CROWD : 1);
  }

  #count(places: readonly { readonly key: string }[], by: 1 | -1): void {
    this.#all += by;
    for (const { key } of places) {
      const count = (this.#byPlace.get(key) ?? 0) + by;
      if (count === 0) this.#byPlace.delete(key);
      else this.#byPlace.set(key, count);
    }
  }
}

async function* heard(request: IncomingMessage, refresh: () => void): AsyncIterable<Uint8Array> {
  for await (const bytes of request) {
    refresh();
    yield bytes;
  }
}
