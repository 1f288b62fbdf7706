/**
 * What waits to go over one link. Little of it is under way at a time, so that what is more urgent never waits for long behind it,
 * and a router that is slow to store is given no more than it takes.
 */
import type { WordsMessage } from '../../mesh/messages.ts';
import type { Pace, Rank } from './pace.ts';

/**
 * Most bytes that the other end has not taken care of yet: two portions of a file, or a hundred posts. A second on a radio with
 * 1 Mb/s; over a path of 20 ms it lets through more than `Pace` does.
 */
export const UNDER_WAY_BYTES = 128 * 1024;
/** Below so many bytes in line more words are asked for. */
const READY_BYTES = 64 * 1024;

type Weighed = { readonly message: WordsMessage; readonly bytes: number };
type OutboxOptions = {
  readonly pace: Pace;
  send(message: WordsMessage): void;
};

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #lines: Readonly<Record<Rank, Weighed[]>> = { text: [], file: [] };
  /** Of each frame under way, its bytes. */
  readonly #underWay: number[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #asked: Record<Rank, boolean> = { text: false, file: false };
  #bytesUnderWay = 0;
  #bytesInLine = 0;
  #isStopped = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Bytes of words that have not been sent yet. */
  get inLine(): number {
    return this.#bytesInLine;
  }

  put(message: WordsMessage, rank: Rank): void {
    const bytes = bytesOf(message);
    this.#lines[rank].push({ message, bytes });
    if (rank === 'text') this.#bytesInLine += bytes;
    this.#go(rank);
  }

  /** Resolves when there is room for more words, to one caller after the other. */
  ready(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#release();
    });
  }

  /** The other end has taken care of so many frames. False when that is more than it was sent. */
  took(count: number): boolean {
    if (count > this.#underWay.length) return false;
    for (const bytes of this.#underWay.splice(0, count)) this.#bytesUnderWay -= bytes;
    this.#go('text');
    this.#go('file');
    return true;
  }

  /** Nothing is sent any more, and nobody waits. */
  stop(): void {
    this.#isStopped = true;
    for (const line of Object.values(this.#lines)) line.length = 0;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #go(rank: Rank): void {
    if (this.#asked[rank] || this.#lines[rank].length === 0 || this.#bytesUnderWay >= UNDER_WAY_BYTES) return;
    this.#asked[rank] = true;
    this.#options.pace.turn(rank, () => {
      this.#asked[rank] = false;
      const bytes = this.#send(rank);
      this.#go(rank);
      return bytes;
    });
  }

  #send(rank: Rank): number {
    if (this.#bytesUnderWay >= UNDER_WAY_BYTES) return 0; // the other rank has used it up
    const next = this.#lines[rank].shift();
    if (next === undefined) return 0;
    this.#underWay.push(next.bytes);
    this.#bytesUnderWay += next.bytes;
    if (rank === 'text') this.#bytesInLine -= next.bytes;
    this.#options.send(next.message);
    this.#release();
    return next.bytes;
  }

  /** One at a time: each puts something into the line before the next one is asked. */
  #release(): void {
    if (this.#bytesInLine >= READY_BYTES && !this.#isStopped) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    next();
    if (this.#waiting.length > 0) setImmediate(() => this.#release());
  }
}

const bytesOf = (message: WordsMessage): number =>
  message.type === 'bytes' ? message.bytes.length : JSON.stringify(message).length;
