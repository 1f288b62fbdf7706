/** What a member may ask of this router, and whether one of its messages was missed. Pure. */
import { TokenBucket } from '../../transfer/token-bucket.ts';

/** A delta may still be on its way when a beacon already counts it. */
const MISSED_AFTER_MS = 700;
/** Signals of one neighbour's devices: connecting 50 pairs at once is about 1,000. */
const SIGNALS_PER_SECOND = 200;
const BURST_SIGNALS = 2_000;
/** Snapshots that one neighbour gets. */
const SNAPSHOTS_PER_SECOND = 1;
const BURST_SNAPSHOTS = 5;

export class Fellow {
  readonly #signals: TokenBucket;
  readonly #snapshots: TokenBucket;
  /** Since when it has been known to have published more than arrived. */
  #behindSince: number | undefined;

  constructor(now: number) {
    this.#signals = new TokenBucket(BURST_SIGNALS, SIGNALS_PER_SECOND, now);
    this.#snapshots = new TokenBucket(BURST_SNAPSHOTS, SNAPSHOTS_PER_SECOND, now);
  }

  /** True when a signal of one of its devices may be passed on. */
  maySignal(now: number): boolean {
    return this.#signals.take(now);
  }

  mayHaveSnapshot(now: number): boolean {
    return this.#snapshots.take(now);
  }

  /** Notes if it is behind; true when the missing messages should have arrived by now, and are to be asked for. */
  isMissed(isBehind: boolean, now: number): boolean {
    if (!isBehind) this.#behindSince = undefined;
    else if (this.#behindSince === undefined) this.#behindSince = now;
    else if (now - this.#behindSince >= MISSED_AFTER_MS) {
      this.#behindSince = now;
      return true;
    }
    return false;
  }
}
