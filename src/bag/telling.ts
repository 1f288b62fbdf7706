/** Tells the page what has changed: soon, and not more often than a person can read. */

/** Messages are waited for; the board and what is carried may change with each of a thousand events. In milliseconds. */
const SOON_MS = 30;
const SELDOM_MS = 1_000;

type Schedule = (task: () => void, ms: number) => () => void;

export class Telling {
  readonly #schedule: Schedule;
  readonly #waiting = new Set<string>();
  readonly #resting = new Set<string>();
  readonly #again = new Set<string>();

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  /** Runs `tell` in a moment, once for all that ask for `what` until then. */
  soon(what: string, tell: () => void): void {
    if (this.#waiting.has(what)) return;
    this.#waiting.add(what);
    this.#schedule(() => {
      this.#waiting.delete(what);
      tell();
    }, SOON_MS);
  }

  /** The same, and not again within a second. */
  seldom(what: string, tell: () => void): void {
    if (this.#resting.has(what)) {
      this.#again.add(what);
      return;
    }
    this.#resting.add(what);
    this.soon(what, tell);
    this.#schedule(() => {
      this.#resting.delete(what);
      if (this.#again.delete(what)) this.seldom(what, tell);
    }, SELDOM_MS);
  }
}
