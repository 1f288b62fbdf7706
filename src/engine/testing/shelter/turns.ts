/** What happens next: one thing at a time, in an order that the story decides, with time that passes only when nothing else can. */
import type { Clock, Side } from './clock.ts';
import { Broken } from './rules.ts';

/**
 * After this long without any event nothing more will happen, in milliseconds. Devices try to meet every half minute.
 */
const QUIET_MS = 100_000;
/** More steps than this mean that something goes on for ever. */
const MOST_STEPS = 30_000;
/** Rounds of the event loop in which promises that were resolved come to an end. */
const SETTLED_TURNS = 2;

/** What arrives over the road, for the sides that run. */
type Arrivals = (runs: (side: Side) => boolean) => readonly (() => void)[];

export class Turns {
  readonly #clock: Clock;
  readonly #arrivals: Arrivals;
  readonly #frozen = new Set<Side>();
  readonly #runs = (side: Side) => !this.#frozen.has(side);
  /** Actions that persons and pages are about to do. */
  #todo: { readonly side: Side; readonly run: () => void }[] = [];
  /** The first broken rule inside an engine, which would take it for a fault of a port. */
  #broken: unknown;

  constructor(clock: Clock, arrivals: Arrivals) {
    this.#clock = clock;
    this.#arrivals = arrivals;
  }

  later(side: Side, run: () => void): void {
    this.#todo.push({ side, run });
  }

  setFrozen(side: Side, isFrozen: boolean): void {
    if (isFrozen) this.#frozen.add(side);
    else this.#frozen.delete(side);
  }

  /** The page of this side is gone, with all that it was about to do. */
  leave(side: Side): void {
    this.#todo = this.#todo.filter((one) => one.side !== side);
    this.#frozen.delete(side);
  }

  /** A rule that is broken inside an engine must not look like a fault of what the engine has called. */
  check(rule: () => void): void {
    try {
      rule();
    } catch (error) {
      this.#broken ??= error;
    }
  }

  async turn(): Promise<void> {
    for (let turns = 0; turns < SETTLED_TURNS; turns += 1) await new Promise<void>((resolve) => setImmediate(resolve));
    if (this.#broken !== undefined) throw this.#broken;
  }

  /** So many steps, in the order that the number `order` stands for. Ends early when nothing more happens. */
  async run(steps: number, order: number): Promise<void> {
    let random = order;
    for (let step = 0; step < steps; step += 1) {
      const enabled = this.#enabled;
      // Numerical Recipes' generator: only the story may decide what happens.
      random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
      const next = enabled[(random >>> 8) % Math.max(1, enabled.length)];
      if (next) next();
      else if (!this.#clock.next(this.#clock.now + QUIET_MS, this.#runs)) return;
      await this.turn();
    }
  }

  async wait(ms: number): Promise<void> {
    const until = this.#clock.now + ms;
    while (this.#clock.next(until, this.#runs)) await this.turn();
    this.#clock.now = Math.max(this.#clock.now, until);
  }

  /** Lets everything happen that is pending. */
  async settle(): Promise<void> {
    let quietFrom = this.#clock.now;
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const enabled = this.#enabled;
      const next = enabled[(steps * 7) % Math.max(1, enabled.length)];
      if (next) {
        next();
        quietFrom = this.#clock.now;
      } else if (!this.#clock.next(quietFrom + QUIET_MS, this.#runs)) return;
      await this.turn();
    }
    throw new Broken('it never comes to rest');
  }

  get #enabled(): readonly (() => void)[] {
    const actions = this.#todo
      .filter(({ side }) => this.#runs(side))
      .map((one) => () => {
        this.#todo = this.#todo.filter((other) => other !== one);
        one.run();
      });
    return [...actions, ...this.#arrivals(this.#runs)];
  }
}
