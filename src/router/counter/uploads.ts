/** Uploads under way: not all of them from one place, none that has gone silent, and none that would take for ever. */
import type { Readable } from 'node:stream';
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
    request: Readable,
    address: string,
    receive: (bytes: AsyncIterable<Uint8Array>) => Promise<Outcome>,
  ): Promise<Outcome> {
    const places = placesOf(address);
    if (this.#all >= this.#limits.uploads || places.some((place) => this.#isFull(place))) return 'pace';
    this.#count(places, 1);
    const patience = new Patience(this.#limits, () => request.destroy());
    try {
      return await receive(heard(request, patience));
    } finally {
      patience.end();
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

async function* heard(request: Readable, patience: Patience): AsyncIterable<Uint8Array> {
  for await (const bytes of request) {
    patience.heard(bytes.length);
    yield bytes;
  }
}

/** With one upload: it has some time from the last bytes on, and so much more in all as its bytes take at the least pace. */
class Patience {
  readonly #limits: WordsLimits;
  readonly #giveUp: () => void;
  readonly #silent: NodeJS.Timeout;
  #slow: NodeJS.Timeout;
  #until: number;

  constructor(limits: WordsLimits, giveUp: () => void) {
    this.#limits = limits;
    this.#giveUp = giveUp;
    this.#until = performance.now() + limits.uploadSilenceMs;
    this.#silent = setTimeout(giveUp, limits.uploadSilenceMs);
    this.#slow = setTimeout(() => this.#look(), limits.uploadSilenceMs);
  }

  heard(bytes: number): void {
    this.#silent.refresh();
    this.#until += (bytes / this.#limits.uploadBytesPerSecond) * 1_000;
  }

  end(): void {
    clearTimeout(this.#silent);
    clearTimeout(this.#slow);
  }

  #look(): void {
    const left = this.#until - performance.now();
    if (left <= 0) this.#giveUp();
    else this.#slow = setTimeout(() => this.#look(), Math.ceil(left));
  }
}
