/** Repeatable chance: the same seed gives the same choices on every machine. Pure. */

export class Random {
  #state: number;

  /** Only 32 bits of `seed` count. */
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** At least 0 and less than 1, with 32 bits: mulberry32, which is short and good enough to shuffle routers. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** One item of the list; throws when it is empty. */
  pick<T>(list: readonly T[]): T {
    const at = this.below(list.length);
    if (at >= list.length) throw new Error('nothing to pick from');
    return list[at] as T; // within its bounds
  }

  shuffled<T>(list: readonly T[]): readonly T[] {
    return list
      .map((value) => ({ value, order: this.next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ value }) => value);
  }
}

/** The seed given by a flag, or a new one. */
export function seedOf(flag: string | undefined): number {
  const given = Number(flag);
  return flag !== undefined && Number.isInteger(given) ? given >>> 0 : Math.floor(Math.random() * 2 ** 32);
}
