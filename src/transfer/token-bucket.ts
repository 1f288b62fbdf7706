/** A token bucket: `burst` at once, `perSecond` in the long run. Time is passed in, in milliseconds. */
export class TokenBucket {
  readonly #burst: number;
  readonly #perMs: number;
  #tokens: number;
  #at: number;

  constructor(burst: number, perSecond: number, now: number) {
    this.#burst = burst;
    this.#perMs = perSecond / 1000;
    this.#tokens = burst;
    this.#at = now;
  }

  /** True if there are `count` tokens. */
  has(now: number, count = 1): boolean {
    this.#tokens = Math.min(this.#burst, this.#tokens + Math.max(0, now - this.#at) * this.#perMs);
    this.#at = now;
    return this.#tokens >= count;
  }

  /** Takes `count` tokens; takes none and returns false if there are fewer. */
  take(now: number, count = 1): boolean {
    if (!this.has(now, count)) return false;
    this.#tokens -= count;
    return true;
  }

  /**
   * Takes `count` tokens even if there are fewer. Returns how many milliseconds the debt lasts: 0 if there were enough.
   */
  spend(now: number, count: number): number {
    this.has(now);
    this.#tokens -= count;
    return this.#tokens >= 0 ? 0 : Math.ceil(-this.#tokens / this.#perMs);
  }
}
