/** What a router holds, in a few letters: equal where two routers hold the same. A liar gains nothing by it. */
import type { EventId } from '../../../protocol/event.ts';
import type { Item } from '../../../words/holding.ts';

/** Twelve hexadecimal digits of each id: as much as adds up exactly. */
const SUM_DIGITS = 12;
const SUM_MODULUS = 16 ** SUM_DIGITS;

export class Sum {
  #count = 0;
  #sum = 0;

  constructor(items: readonly Item[]) {
    for (const { id } of items) this.add(id);
  }

  add(id: EventId): void {
    this.#count += 1;
    this.#sum = (this.#sum + Number.parseInt(id.slice(0, SUM_DIGITS), 16)) % SUM_MODULUS;
  }

  get text(): string {
    return `${this.#count}-${this.#sum.toString(16).padStart(SUM_DIGITS, '0')}`;
  }
}
