/**
 * How much of what serves no transfer the other side of a link may send. Without an end to it one device could keep this
 * one busy for nothing: a connection brings 20 MB/s.
 */
import { WINDOW_BYTES } from '../../protocol/limits.ts';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import { CONTROL_HIGH_WATER_BYTES, HIGH_WATER_BYTES } from '../api/channel.ts';

/**
 * Words, in characters: signs of life, signals of lanes, and what was under way when its transfer ended, of which a sender
 * puts `CONTROL_HIGH_WATER_BYTES` into its channel at once.
 */
const WORDS = { burst: 2 * CONTROL_HIGH_WATER_BYTES, perSecond: 16 * 1024 };
/**
 * Of that, a stranger may use up this much. One whose list of thousands of files was refused may lose the connection by it,
 * and has its answer or comes back for it.
 */
const STRANGERS_WORDS = 64 * 1024;
/** What a message costs whatever is in it, in the same unit. */
const MESSAGE_COST = 256;
/** Frames, in bytes: those of four transfers that were cancelled at once, with all that was under way. */
const FRAMES = { burst: 4 * (WINDOW_BYTES + HIGH_WATER_BYTES), perSecond: 1024 * 1024 };

export class IdleTalk {
  readonly #words: TokenBucket;
  readonly #frames: TokenBucket;

  /** `now`, here and below: milliseconds on a clock that nobody sets. */
  constructor(now: number) {
    this.#words = new TokenBucket(WORDS.burst, WORDS.perSecond, now);
    this.#frames = new TokenBucket(FRAMES.burst, FRAMES.perSecond, now);
  }

  /** A message of so many characters was of no use; true if it may pass. */
  bearsWord(now: number, characters: number, isStranger: boolean): boolean {
    const cost = MESSAGE_COST + characters;
    const untouched = isStranger ? WORDS.burst - STRANGERS_WORDS : 0;
    return this.#words.has(now, untouched + cost) && this.#words.take(now, cost);
  }

  /** A frame of so many bytes was of no use; true if it may pass. */
  bearsFrame(now: number, bytes: number): boolean {
    return this.#frames.take(now, bytes);
  }
}
