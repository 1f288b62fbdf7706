/** A file that comes as a stream: what it may take while it comes, and how it is written under a name that is not its own yet. */
import { createHash } from 'node:crypto';
import type { Bringer } from '../../words/holding.ts';
import type { Refused } from '../../words/refusal.ts';
import type { Disk, Writing } from './disk.ts';
import { ignoring } from './journal.ts';
import { type Load, loadOfBlob, type Stock } from './stock.ts';

/** Of everything: so much of what comes may be on the disk beside all that is held. One file alone always may. */
const BESIDE_PART = 0.1;

/** Why a stream was not taken to its end. */
export class Stopped extends Error {
  readonly why: Refused | 'known';
  constructor(why: Refused | 'known') {
    super(why);
    this.why = why;
  }
}

/** Room that a file needs when it is there. Nothing goes for it before: until then nobody knows if it is what was said. */
export class Claim {
  readonly #stock: Stock;
  readonly #by: Bringer;
  /** False when there would be no room for so much. */
  readonly #isRoomFor: (load: Load) => boolean;
  #bytes = 0;

  constructor(stock: Stock, by: Bringer, isRoomFor: (load: Load) => boolean) {
    this.#stock = stock;
    this.#by = by;
    this.#isRoomFor = isRoomFor;
  }

  /** It has `total` bytes, or more. Throws `Stopped`. */
  raise(total: number): void {
    if (total <= this.#bytes) return;
    const stock = this.#stock;
    const more = loadOfBlob(this.#by, total - this.#bytes);
    if (!stock.mayAdd(more)) throw new Stopped('quota');
    if (!this.#isRoomFor(loadOfBlob(this.#by, total))) throw new Stopped('full');
    const isAlone = stock.claimed === this.#bytes;
    const beside = stock.short({ bytes: stock.claimed + more.bytes, events: 0 }).bytes;
    if (!isAlone && beside > stock.most.bytes * BESIDE_PART) throw new Stopped('pace');
    stock.claim(more);
    this.#bytes = total;
  }

  /** Once, or more often. */
  end(): void {
    this.#stock.claim(loadOfBlob(this.#by, this.#bytes), -1);
    this.#bytes = 0;
  }
}

type Said = { readonly sha256: string; readonly size: number | undefined };

/** Returns how many bytes were written, all of them as they were said to be. Throws `Stopped`; rejects with a `DiskError`. */
export async function writeAs(
  disk: Disk,
  name: string,
  { sha256, size }: Said,
  bytes: AsyncIterable<Uint8Array>,
  has: (total: number) => void,
): Promise<number> {
  const writing = await disk.create(name);
  try {
    const hash = createHash('sha256');
    let length = 0;
    for await (const chunk of unbroken(bytes)) {
      length += chunk.length;
      if (size !== undefined && length > size) throw new Stopped('malformed');
      has(length);
      hash.update(chunk);
      await writing.write(chunk);
    }
    if (size !== undefined && length < size) throw new Stopped('malformed');
    if (hash.digest('hex') !== sha256) throw new Stopped('not-genuine');
    await writing.sync();
    return length;
  } finally {
    await ignoring(closing(writing));
  }
}

const closing = (writing: Writing): Promise<void> => writing.close();

/** Whoever sends it may go away in the middle: then it is cut off. */
async function* unbroken(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch {
    throw new Stopped('malformed');
  }
}
