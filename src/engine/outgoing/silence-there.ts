/** True if the receiver of one outgoing transfer has fallen silent: an answer is due, and does not come. */
import type { Outflow } from '../../transfer/sending-state.ts';
import type { Link } from '../link/link.ts';

export class SilenceThere {
  readonly #elapsed: () => number;
  #heardAt: number;
  /** Of its link, when it was last looked for silence. */
  #leftBytes = 0;

  /** `elapsed`: milliseconds on a clock that nobody sets. */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
    this.#heardAt = elapsed();
  }

  heard(): void {
    this.#heardAt = this.#elapsed();
  }

  /** To be asked every few seconds; `now` on that same clock. */
  isSilent(flow: Outflow, link: Link | undefined, now: number, silentMs: number): boolean {
    // Between two blocks of ours nobody owes an answer; after the last one the receiver's last word is due.
    if (flow.issuedBytes === flow.storedBytes && flow.at < flow.files.length) return false;
    // On a slow path a block takes longer than anybody waits for an answer: what leaves this device is a sign of life. And
    // the receiver owes nothing for blocks that wait for this device's own reading, or for their turn among many.
    const moves = link !== undefined && link.leftBytes !== this.#leftBytes;
    const isOurTurn = link?.queuedBytes === 0 && flow.queuedBlocks > 0;
    this.#leftBytes = link?.leftBytes ?? 0;
    if (moves || isOurTurn) this.heard();
    return now - this.#heardAt > silentMs;
  }
}
