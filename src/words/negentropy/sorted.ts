/** What is compared: ids with their times, in the one order in which both ends have them, and what any part of it sums up to. */
import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import type { EventId } from '../../protocol/event.ts';
import type { Item } from '../holding.ts';
import { Writer } from './octets.ts';

export const ID_BYTES = 32;
export const FINGERPRINT_BYTES = 16;
const WORDS = ID_BYTES / 4;

/** An end of a range: what is before it is in. `prefix`: as much of an id as is needed to tell it from the one before. */
export type Bound = { readonly time: number; readonly prefix: Uint8Array };

/** After everything. */
export const END: Bound = { time: Number.POSITIVE_INFINITY, prefix: new Uint8Array() };
type Sortable = { readonly id: EventId; readonly time: number; readonly bytes: Uint8Array };

export class Sorted {
  readonly #items: readonly Sortable[];
  /** The sum of all ids before each item, as `WORDS` numbers: so any part is summed up at once, however large it is. */
  readonly #sums: Uint32Array;

  constructor(items: readonly Item[]) {
    this.#items = items
      .map(({ id, created_at }) => ({ id, time: created_at, bytes: hexToBytes(id) }))
      .sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
    this.#sums = new Uint32Array((this.#items.length + 1) * WORDS);
    for (const [index, { bytes }] of this.#items.entries()) add(this.#sums, index, bytes);
  }

  get size(): number {
    return this.#items.length;
  }

  ids(from: number, to: number): readonly EventId[] {
    return this.#items.slice(from, to).map(({ id }) => id);
  }

  bytes(from: number, to: number): readonly Uint8Array[] {
    return this.#items.slice(from, to).map(({ bytes }) => bytes);
  }

  /** The first item from `from` on that is not before `bound`. */
  find(bound: Bound, from: number): number {
    let [low, high] = [from, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#isBefore(middle, bound)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The shortest bound that parts the item at `index` from the one before it. */
  boundAt(index: number): Bound {
    const [before, at] = [this.#items[index - 1], this.#items[index]];
    if (at === undefined) return END;
    if (before === undefined || before.time !== at.time) return { time: at.time, prefix: new Uint8Array() };
    const shared = at.bytes.findIndex((byte, place) => byte !== before.bytes[place]);
    return { time: at.time, prefix: at.bytes.subarray(0, shared + 1) };
  }

  /** Negentropy V1: the ids added as numbers with the least byte first, and their count, hashed. */
  fingerprint(from: number, to: number): Uint8Array {
    const bytes = new Uint8Array(ID_BYTES);
    const view = new DataView(bytes.buffer);
    let borrow = 0;
    for (let word = 0; word < WORDS; word++) {
      const rest = (this.#sums[to * WORDS + word] ?? 0) - (this.#sums[from * WORDS + word] ?? 0) - borrow;
      view.setUint32(word * 4, rest, true); // modulo 2^32
      borrow = rest < 0 ? 1 : 0;
    }
    const writer = new Writer();
    writer.put(bytes);
    writer.number(to - from);
    return sha256(writer.written).subarray(0, FINGERPRINT_BYTES);
  }

  #isBefore(index: number, { time, prefix }: Bound): boolean {
    const item = this.#items[index];
    if (item === undefined || item.time !== time) return item !== undefined && item.time < time;
    for (const [place, byte] of prefix.entries()) {
      const own = item.bytes[place] ?? 0;
      if (own !== byte) return own < byte;
    }
    return false;
  }
}

/** The sum behind item `index` is the one before it and its id, modulo 2^256. */
function add(sums: Uint32Array, index: number, id: Uint8Array): void {
  const view = new DataView(id.buffer, id.byteOffset, id.byteLength);
  let carry = 0;
  for (let word = 0; word < WORDS; word++) {
    const total = (sums[index * WORDS + word] ?? 0) + view.getUint32(word * 4, true) + carry;
    sums[(index + 1) * WORDS + word] = total; // modulo 2^32
    carry = total > 0xffff_ffff ? 1 : 0;
  }
}
