/** What is no longer held: nobody needs to send it again, and at the next start it is not taken for something that is held. */
import type { EventId } from '../../protocol/event.ts';
import type { End } from './api.ts';
import type { Place } from './journal.ts';

export type Departure = {
  readonly why: End;
  /** In seconds of the life of the shelf. */
  readonly at: number;
  /** Where the record of it stands, once it is written. */
  place: Place | undefined;
  /** Where records of the event itself stand that nobody needs. While one is there, so must be the record that it has gone. */
  readonly ghosts: readonly Place[];
  /** It may come back. */
  isOver: boolean;
};

/** Most that are remembered; the first are forgotten first, and may then be sent here once more. About 200 bytes each. */
export const MAX_DEPARTED = 20_000;
/** What had to make room is not wanted again so soon, in seconds: it would drive out the next one. */
const EVICTED_S = 3_600;

export class Departed {
  /** The first one went first. */
  readonly #all = new Map<EventId, Departure>();
  readonly #keepS: number;

  /** `keepS`: for how long it is remembered, in seconds. As long as anything is held, the others may still have it. */
  constructor(keepS: number) {
    this.#keepS = keepS;
  }

  get size(): number {
    return this.#all.size;
  }

  get(id: EventId): Departure | undefined {
    return this.#all.get(id);
  }

  /** Those of which no record stands yet. */
  unwritten(): readonly (readonly [EventId, Departure])[] {
    return [...this.#all].filter(([, { place }]) => place === undefined);
  }

  add(id: EventId, departure: Departure): void {
    this.#all.delete(id);
    this.#all.set(id, departure);
  }

  /** Why nobody needs to send it; `undefined` when it may come. */
  why(id: EventId, now: number): End | undefined {
    const departure = this.#all.get(id);
    return departure && this.#lasts(departure, now) ? departure.why : undefined;
  }

  /** It may come back. */
  forgive(id: EventId): void {
    const departure = this.#all.get(id);
    if (departure !== undefined) departure.isOver = true;
  }

  /** Forgets what is over, and returns where that was written. `isThere`: whether a ghost still is. */
  forget(now: number, isThere: (place: Place) => boolean): readonly Place[] {
    const forgotten: Place[] = [];
    let tooMany = this.#all.size - MAX_DEPARTED;
    for (const [id, departure] of this.#all) {
      if (tooMany > 0) departure.isOver = true;
      tooMany -= 1;
      if (this.#lasts(departure, now) || departure.ghosts.some(isThere)) continue;
      this.#all.delete(id);
      if (departure.place !== undefined) forgotten.push(departure.place);
    }
    return forgotten;
  }

  #lasts({ why, at, isOver }: Departure, now: number): boolean {
    if (isOver || why === 'lost') return false;
    return now - at < (why === 'evicted' ? Math.min(EVICTED_S, this.#keepS) : this.#keepS);
  }
}
