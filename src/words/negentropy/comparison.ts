/**
 * Two sets of events compared by what differs, and not by all that they hold: negentropy, protocol V1, as NIP-77 uses it. One end
 * asks and learns what each lacks, the other one answers. Our own, because the libraries for browsers only ask.
 *
 *   asks:    fingerprints of 16 parts of everything  ->  answers: nothing for the parts that are equal, fingerprints of 16 parts
 *   of each part that is not, and the ids where there are few  ->  and so on, until every difference is among ids
 */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { EventId } from '../../protocol/event.ts';
import { MAX_WORDS_FRAME_BYTES } from '../../protocol/limits.ts';
import type { Negentropy } from '../../protocol/words.ts';
import type { Item } from '../holding.ts';
import { Reader, Writer } from './octets.ts';
import { type Bound, END, FINGERPRINT_BYTES, ID_BYTES, Sorted } from './sorted.ts';

const V1 = 0x61;
const FIRST_VERSION = 0x60;
const LAST_VERSION = 0x6f;
const SKIP = 0;
const FINGERPRINT = 1;
const ID_LIST = 2;
/** Into so many parts a part that differs is divided; what has less than twice as many is told id by id. */
const PARTS = 16;
/** Longest message, in bytes: in hexadecimal twice as long, and there is room for the rest of its frame. */
const MESSAGE_BYTES = MAX_WORDS_FRAME_BYTES / 2 - 4 * 1024;
/** The largest bound, mode and fingerprint. */
const RANGE_BYTES = 64;

export type Step = {
  /** What to say next; `undefined` when the sets have been compared as a whole. */
  readonly next: Negentropy | undefined;
  /** What is held here and not there. */
  readonly have: readonly EventId[];
  /** What is held there and not here. */
  readonly need: readonly EventId[];
};

/** What one end has found so far, of the end that asks. */
type Found = { readonly have: EventId[]; readonly need: EventId[] };

/** Of the sets as they are when it is made. */
export class Comparison {
  readonly #items: Sorted;

  /** `items`: sorted already where many compare with the same. */
  constructor(items: readonly Item[] | Sorted) {
    this.#items = items instanceof Sorted ? items : new Sorted(items);
  }

  /** The first message of the end that asks. */
  begin(): Negentropy {
    const message = new Message();
    this.#divide(0, this.#items.size, END, message);
    return message.text;
  }

  /** What the end that asks learns of an answer; `undefined` when it is none. */
  step(answer: Negentropy): Step | undefined {
    const found: Found = { have: [], need: [] };
    const message = this.#read(answer, found);
    return message && { next: message.isEmpty ? undefined : message.text, ...found };
  }

  /** The answer to what the other end asks; `undefined` when that is no question. */
  answer(question: Negentropy): Negentropy | undefined {
    return this.#read(question, undefined)?.text;
  }

  #read(text: Negentropy, found: Found | undefined): Message | undefined {
    try {
      return this.#respond(new Reader(hexToBytes(text)), found);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  #respond(read: Reader, found: Found | undefined): Message {
    const version = read.number();
    const message = new Message();
    // Whoever asks in another version is told which one is spoken here.
    if (version !== V1 && version >= FIRST_VERSION && version <= LAST_VERSION && found === undefined) return message;
    if (version !== V1) throw new RangeError('another version');
    const times = new Times();
    let from = 0;
    while (!read.isAtEnd) {
      const bound = times.read(read);
      const mode = read.number();
      const to = this.#items.find(bound, from);
      if (mode === FINGERPRINT) this.#compare(read.take(FINGERPRINT_BYTES), from, to, bound, message);
      else if (mode === ID_LIST) this.#list(idsIn(read), from, to, bound, message, found);
      else if (mode === SKIP) message.skip(bound);
      else throw new RangeError('another mode');
      from = to;
      if (message.isFull) {
        // What did not fit is asked for as one part; the other end comes back to it.
        if (!read.isAtEnd) message.range(END, FINGERPRINT, this.#items.fingerprint(from, this.#items.size));
        break;
      }
    }
    return message;
  }

  #compare(theirs: Uint8Array, from: number, to: number, bound: Bound, message: Message): void {
    if (isSame(theirs, this.#items.fingerprint(from, to))) message.skip(bound);
    else this.#divide(from, to, bound, message);
  }

  /** `found`: of the end that asks, for which a list is an answer. The other one tells its own ids in return. */
  #list(
    theirs: ReadonlySet<string>,
    from: number,
    to: number,
    bound: Bound,
    message: Message,
    found: Found | undefined,
  ): void {
    const ours = this.#items.ids(from, to);
    if (found === undefined) {
      const isEqual = ours.length === theirs.size && ours.every((id) => theirs.has(id));
      if (isEqual) message.skip(bound);
      else this.#tell(from, to, bound, message);
      return;
    }
    message.skip(bound);
    const own = new Set<string>(ours);
    found.have.push(...ours.filter((id) => !theirs.has(id)));
    for (const id of theirs) if (!own.has(id)) found.need.push(id as EventId);
  }

  /** Our ids of a part, as many as fit; what is left of the part becomes another one. */
  #tell(from: number, to: number, bound: Bound, message: Message): void {
    const room = Math.max(1, Math.floor((MESSAGE_BYTES - message.length) / ID_BYTES));
    const end = Math.min(to, from + room);
    message.ids(end === to ? bound : this.#items.boundAt(end), this.#items.bytes(from, end));
    if (end < to) message.range(bound, FINGERPRINT, this.#items.fingerprint(end, to));
  }

  #divide(from: number, to: number, bound: Bound, message: Message): void {
    const count = to - from;
    if (count < 2 * PARTS) {
      message.ids(bound, this.#items.bytes(from, to));
      return;
    }
    const cut = (part: number): number => from + part * Math.floor(count / PARTS) + Math.min(part, count % PARTS); // the larger parts first, as others do
    for (let part = 0; part < PARTS; part++) {
      const [start, end] = [cut(part), cut(part + 1)];
      message.range(end === to ? bound : this.#items.boundAt(end), FINGERPRINT, this.#items.fingerprint(start, end));
    }
  }
}

/** A message that is being written. Parts that are equal are told only when something comes after them. */
class Message {
  readonly #bytes = new Writer();
  readonly #times = new Times();
  #equal: Bound | undefined;

  constructor() {
    this.#bytes.number(V1);
  }

  get length(): number {
    return this.#bytes.length;
  }

  get isEmpty(): boolean {
    return this.length === 1;
  }

  get isFull(): boolean {
    return this.length > MESSAGE_BYTES - 2 * PARTS * RANGE_BYTES;
  }

  get text(): Negentropy {
    return bytesToHex(this.#bytes.written) as Negentropy;
  }

  skip(bound: Bound): void {
    this.#equal = bound;
  }

  range(bound: Bound, mode: number, payload: Uint8Array): void {
    if (this.#equal !== undefined) {
      this.#times.write(this.#equal, this.#bytes);
      this.#bytes.number(SKIP);
      this.#equal = undefined;
    }
    this.#times.write(bound, this.#bytes);
    this.#bytes.number(mode);
    this.#bytes.put(payload);
  }

  ids(bound: Bound, ids: readonly Uint8Array[]): void {
    const list = new Writer();
    list.number(ids.length);
    for (const id of ids) list.put(id);
    this.range(bound, ID_LIST, list.written);
  }
}

/** Times are told as what is between them: one more, because 0 says "no end". */
class Times {
  #last = 0;

  write({ time, prefix }: Bound, into: Writer): void {
    into.number(time === END.time ? 0 : time - this.#last + 1);
    if (time !== END.time) this.#last = time;
    into.number(prefix.length);
    into.put(prefix);
  }

  read(from: Reader): Bound {
    const told = from.number();
    const time = told === 0 ? END.time : this.#last + told - 1;
    this.#last = time;
    const length = from.number();
    if (length > ID_BYTES) throw new RangeError('a bound is too long');
    return { time, prefix: from.take(length) };
  }
}

function idsIn(read: Reader): ReadonlySet<string> {
  const ids = new Set<string>();
  for (let left = read.number(); left > 0; left--) ids.add(bytesToHex(read.take(ID_BYTES)));
  return ids;
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => one.every((byte, index) => byte === other[index]);
