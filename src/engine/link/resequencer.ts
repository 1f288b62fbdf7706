/** Restores the order of frames that came over several lanes. */
import { SEQUENCE_MODULUS } from '../../protocol/frame.ts';
import { WINDOW_BYTES } from '../../protocol/limits.ts';

/**
 * Most bytes that wait for a missing frame. A sender keeps within its window for each transfer, and few transfers run
 * over one connection at a time.
 */
export const MAX_HELD_BYTES = 8 * WINDOW_BYTES;
/** What holding one item costs besides its bytes; otherwise millions of tiny ones would count for nothing. */
const ITEM_BYTES = 256;

export class Resequencer<T> {
  readonly #deliver: (item: T) => void;
  readonly #held = new Map<number, { readonly item: T; readonly bytes: number }>();
  #heldBytes = 0;
  #next: number;

  /** `deliver` gets the items in the order of their numbers, which begin at `first`. */
  constructor(deliver: (item: T) => void, first = 0) {
    this.#deliver = deliver;
    this.#next = first;
  }

  /**
   * Takes item number `sequence` of `bytes` bytes. `repeated`: the number has occurred before. `too-much`: more is held
   * than allowed, because one lane hangs or the sender does not mean to fill the gap.
   */
  take(sequence: number, item: T, bytes: number): 'taken' | 'repeated' | 'too-much' {
    const ahead = (sequence - this.#next + SEQUENCE_MODULUS) % SEQUENCE_MODULUS;
    if (ahead >= SEQUENCE_MODULUS / 2 || this.#held.has(sequence)) return 'repeated';
    if (ahead > 0) {
      this.#held.set(sequence, { item, bytes });
      this.#heldBytes += bytes + ITEM_BYTES;
      return this.#heldBytes <= MAX_HELD_BYTES ? 'taken' : 'too-much';
    }
    this.#pass(item);
    for (let held = this.#held.get(this.#next); held; held = this.#held.get(this.#next)) {
      this.#held.delete(this.#next);
      this.#heldBytes -= held.bytes + ITEM_BYTES;
      this.#pass(held.item);
    }
    return 'taken';
  }

  #pass(item: T): void {
    this.#next = (this.#next + 1) % SEQUENCE_MODULUS;
    this.#deliver(item);
  }
}
