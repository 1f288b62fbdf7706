/**
 * How much of words and files leaves this router for all others together. The backhaul may be a radio that everybody shares, and
 * presence and calls go over the same links: they do not come by here, and are never in line. Text goes before files.
 */
import { TokenBucket } from '../../../transfer/token-bucket.ts';

/** In the long run: a photo in five seconds, and a tenth of what a good radio between two houses carries. */
const BYTES_PER_SECOND = 1_000_000;
/** What goes at once after a quiet time: a few posts, or the first lines of a picture. */
const BURST_BYTES = 256 * 1024;
/**
 * A frame of words counts for as much at least, in bytes, so that at most 400 leave in a second: whoever gets an event checks its
 * signature, which takes 2.5 ms of a small processor.
 */
const LEAST_BYTES_OF_WORDS = 2_500;

export type Rank = 'text' | 'file';
/** Sends one frame; returns its length in bytes, 0 when there was nothing to be sent any more. */
type Send = () => number;

export class Pace {
  readonly #bucket: TokenBucket;
  readonly #lines: Readonly<Record<Rank, Send[]>> = { text: [], file: [] };
  #timer: NodeJS.Timeout | undefined;
  #isGoing = false;

  constructor(bytesPerSecond = BYTES_PER_SECOND) {
    this.#bucket = new TokenBucket(BURST_BYTES, bytesPerSecond, performance.now());
  }

  /** Calls `send` when it is its turn; maybe at once. */
  turn(rank: Rank, send: Send): void {
    this.#lines[rank].push(send);
    if (this.#timer === undefined && !this.#isGoing) this.#go();
  }

  /** Nobody gets a turn any more. */
  stop(): void {
    clearTimeout(this.#timer);
    for (const line of Object.values(this.#lines)) line.length = 0;
  }

  #go(): void {
    this.#timer = undefined;
    this.#isGoing = true; // whoever has sent may be in line again before this returns
    let wait = 0;
    while (wait === 0) {
      const rank: Rank = this.#lines.text.length > 0 ? 'text' : 'file';
      const send = this.#lines[rank].shift();
      if (send === undefined) break;
      const bytes = send();
      const cost = bytes > 0 && rank === 'text' ? Math.max(bytes, LEAST_BYTES_OF_WORDS) : bytes;
      wait = this.#bucket.spend(performance.now(), cost);
    }
    this.#isGoing = false;
    if (wait > 0) this.#timer = setTimeout(() => this.#go(), wait);
  }
}
