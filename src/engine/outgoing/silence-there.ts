/** Detects that the receiver of one outgoing transfer has fallen silent: an answer is due and does not come. */
import type { Outflow } from '../../transfer/sending-state.ts';
import type { Link } from '../link/link.ts';

export class SilenceThere {
  readonly #elapsed: () => number;
  #heardAt: number;
  /** Bytes that had left over its link at the last check. */
  #leftBytes = 0;

  /** `elapsed`: milliseconds on a monotonic clock. */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
    this.#heardAt = elapsed();
  }

  heard(): void {
    this.#heardAt = this.#elapsed();
  }

  /** Call it every few seconds; `now` is on the same clock. */
  isSilent(flow: Outflow, link: Link | undefined, now: number, silentMs: number): boolean {
    // Between two of our blocks no answer is due; after the last one the receiver's final message is.
    if (flow.issuedBytes === flow.storedBytes && flow.at < flow.files.length) return false;
    // On a slow path a block takes longer than anybody waits for an answer, so bytes that leave this device are a sign
    // of life. And the receiver owes nothing for blocks that still wait to be read here, or for their turn among many.
    const moves = link !== undefined && link.leftBytes !== this.#leftBytes;
    const isOurTurn = link?.queuedBytes === 0 && flow.queuedBlocks > 0;
    this.#leftBytes = link?.leftBytes ?? 0;
    if (moves || isOurTurn) this.heard();
    return now - this.#heardAt > silentMs;
  }
}
