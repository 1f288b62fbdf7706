/**
 * How much of words and files leaves this router for all others together. The backhaul may be a radio that everybody shares, and
 * presence and calls go over the same links: they do not come by here, and are never in line. Text goes before files.
 */
import { TokenBucket } from '../../../transfer/token-bucket.ts';

/** In the long run: a photo in five seconds, and a tenth of what a good radio between two houses carries. */
const BYTES_PER_SECOND = 1_000_000;
/**
 * What goes at once after a quiet time, as fast as a link takes it: most of a photo. Others do not wait for it, because little of it
 * is under way at a time (`outbox.ts`), and a link reads as much without a pause (`BURST_BYTES` in `mesh/link.ts`).
 */
const BURST_BYTES = 3_000_000;
/** The same of words, because of the signatures: a hundred posts. */
const BURST_BYTES_OF_WORDS = 256 * 1024;
/**
 * A frame of words counts for as much at least, in bytes, so that at most 400 leave in a second: whoever gets an event checks its
 * signature, which takes 2.5 ms of a small processor.
 */
const LEAST_BYTES_OF_WORDS = 2_500;

export type Rank = 'text' | 'file';
/** Sends one frame; returns its length in bytes, 0 when there was nothing to be sent any more. */
type Send = () => number;

export class Pace {
  readonly #all: TokenBucket;
  readonly #words: TokenBucket;
  readonly #lines: Readonly<Record<Rank, Send[]>> = { text: [], file: [] };
  /** Until when nothing goes, and no words. */
  #allAt = 0;
  #wordsAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #isGoing = false;

  constructor(bytesPerSecond = BYTES_PER_SECOND) {
    const now = performance.now();
    this.#all = new TokenBucket(BURST_BYTES, bytesPerSecond, now);
    this.#words = new TokenBucket(BURST_BYTES_OF_WORDS, bytesPerSecond, now);
  }

  /** Calls `send` when it is its turn; maybe at once. */
  turn(rank: Rank, send: Send): void {
    this.#lines[rank].push(send);
    if (!this.#isGoing) this.#go();
  }

  /** Nobody gets a turn any more. */
  stop(): void {
    clearTimeout(this.#timer);
    for (const line of Object.values(this.#lines)) line.length = 0;
  }

  #go(): void {
    clearTimeout(this.#timer);
    this.#isGoing = true; // whoever has sent may be in line again before this returns
    let now = performance.now();
    for (let rank = this.#next(now); rank !== undefined; rank = this.#next(now)) {
      const bytes = this.#lines[rank].shift()?.() ?? 0;
      now = performance.now();
      this.#allAt = now + this.#all.spend(now, bytes);
      if (rank === 'text' && bytes > 0)
        this.#wordsAt = now + this.#words.spend(now, Math.max(bytes, LEAST_BYTES_OF_WORDS));
    }
    this.#isGoing = false;
    if (Object.values(this.#lines).every(({ length }) => length === 0)) return;
    const at = this.#lines.file.length > 0 ? this.#allAt : Math.max(this.#allAt, this.#wordsAt);
    this.#timer = setTimeout(() => this.#go(), Math.max(1, at - now));
  }

  /** Whose turn it is now. */
  #next(now: number): Rank | undefined {
    if (now < this.#allAt) return undefined;
    if (this.#lines.text.length > 0 && now >= this.#wordsAt) return 'text';
    return this.#lines.file.length > 0 ? 'file' : undefined;
  }
}
