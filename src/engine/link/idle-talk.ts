/**
 * How much useless traffic the other side of a link may send. Without a limit one device could keep this one busy for
 * nothing: a connection brings 20 MB/s.
 */
import { WINDOW_BYTES } from '../../protocol/limits.ts';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import { CONTROL_HIGH_WATER_BYTES, HIGH_WATER_BYTES } from '../api/channel.ts';

/**
 * Messages, in characters: signs of life, signals of lanes, and messages that were under way when their transfer ended,
 * of which a sender puts `CONTROL_HIGH_WATER_BYTES` into its channel at once.
 */
const WORDS = { burst: 2 * CONTROL_HIGH_WATER_BYTES, perSecond: 16 * 1024 };
/**
 * A stranger may use up this much of it. A stranger whose list of thousands of files was refused may lose the
 * connection, but already has its answer or comes back for it.
 */
const STRANGERS_WORDS = 64 * 1024;
/** What a message costs in addition to its length, in the same unit. */
const MESSAGE_COST = 256;
/** Frames, in bytes: those of four transfers that were cancelled at once, with all that was under way. */
const FRAMES = { burst: 4 * (WINDOW_BYTES + HIGH_WATER_BYTES), perSecond: 1024 * 1024 };

export class IdleTalk {
  readonly #words: TokenBucket;
  readonly #frames: TokenBucket;

  /** `now`, here and below: milliseconds on a monotonic clock. */
  constructor(now: number) {
    this.#words = new TokenBucket(WORDS.burst, WORDS.perSecond, now);
    this.#frames = new TokenBucket(FRAMES.burst, FRAMES.perSecond, now);
  }

  /** A message of `characters` characters was useless; true if it may pass. */
  bearsWord(now: number, characters: number, isStranger: boolean): boolean {
    const cost = MESSAGE_COST + characters;
    const untouched = isStranger ? WORDS.burst - STRANGERS_WORDS : 0;
    return this.#words.has(now, untouched + cost) && this.#words.take(now, cost);
  }

  /** A frame of `bytes` bytes was useless; true if it may pass. */
  bearsFrame(now: number, bytes: number): boolean {
    return this.#frames.take(now, bytes);
  }
}
