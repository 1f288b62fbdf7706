/**
 * How long this device has had words: a count of milliseconds that only grows, by which everything here is ordered and ends. Its
 * own clock may be set, by hours or by years, at any moment, and a phone without power begins at 1970; so
 *
 * - while the bag runs, the count grows with the monotonic clock, and with the wall clock where that has gone further: monotonic
 *   clocks stand still while a phone sleeps;
 * - between two visits it grows with the wall clock;
 * - a step back counts as nothing, and a step forward as `MAX_STEP_MS` at most. A clock that is put from 1970 to today ends nothing
 *   but what had two days left; a phone that lay in a drawer for a month keeps things for longer than it might.
 *
 * As everything stands in this one count, no step changes the order.
 */

/** Two days: longer than a phone sleeps that is in use, and a small part of what anything is held for. In milliseconds. */
export const MAX_STEP_MS = 2 * 24 * 60 * 60 * 1000;

/** Clocks drift by less than this in a minute; what is more was set. In milliseconds. */
const SET_MS = 2_000;

/** As it is stored: the count, and what the wall clock said then (Unix milliseconds). */
export type KeptLife = { readonly lived: number; readonly wall: number };

export type Clocks = {
  /** Unix milliseconds, as this device believes. */
  readonly now: () => number;
  /** Milliseconds on a monotonic clock. */
  readonly elapsed: () => number;
};

export class Life {
  readonly #clocks: Clocks;
  #lived: number;
  #wall: number;
  #elapsed: number;
  #shift: number;

  constructor(kept: KeptLife | undefined, clocks: Clocks) {
    this.#clocks = clocks;
    this.#lived = kept?.lived ?? 0;
    this.#wall = kept?.wall ?? clocks.now();
    this.#elapsed = clocks.elapsed();
    this.#shift = clocks.now() - this.#lived;
  }

  /** Milliseconds since this device has had words. Never less than before. */
  get now(): number {
    const [wall, elapsed] = [this.#clocks.now(), this.#clocks.elapsed()];
    const byWall = Math.min(Math.max(0, wall - this.#wall), MAX_STEP_MS);
    this.#lived += Math.max(0, elapsed - this.#elapsed, byWall);
    [this.#wall, this.#elapsed] = [wall, elapsed];
    return this.#lived;
  }

  /**
   * What stands between the count and this device's clock, in milliseconds. Stays the same until that is set: or two things that
   * came in one moment would change places on the screen.
   */
  get shift(): number {
    const shift = this.#clocks.now() - this.now;
    if (Math.abs(shift - this.#shift) > SET_MS) this.#shift = shift;
    return this.#shift;
  }

  /** What this device's clock would have said then, in Unix milliseconds: for people to read. */
  wallAt(lived: number): number {
    return Math.round(this.shift + lived);
  }

  get kept(): KeptLife {
    return { lived: this.now, wall: this.#wall };
  }
}

/** `undefined` when `value`, from the storage, is none. */
export function keptLife(value: unknown): KeptLife | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { lived, wall } = value as Readonly<Record<string, unknown>>;
  return isTime(lived) && isTime(wall) ? { lived, wall } : undefined;
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
