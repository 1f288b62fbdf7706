/**
 * The time that a shelf has lived: seconds in which a router ran with it, since it was first made. It needs no clock that is right,
 * and never goes back. Time in which the router was off counts as nothing: what was on it then was read by nobody.
 */
export class Lifetime {
  readonly #now: () => number;
  readonly #startedAt: number;
  #before = 0;

  /** `now`: seconds of a clock that only goes on. */
  constructor(now: () => number) {
    this.#now = now;
    this.#startedAt = now();
  }

  /** A record says that the shelf had lived for so long. */
  hasBeen(lived: number): void {
    this.#before = Math.max(this.#before, lived);
  }

  /** In whole seconds. */
  get lived(): number {
    return this.#before + Math.floor(this.#now() - this.#startedAt);
  }
}
