/** The link to the sender of one incoming transfer: which frames on it count, and when something was last heard. */
import type { ControlMessage, TransferId } from '../../protocol/peer.ts';
import type { Link } from '../link/link.ts';

export class SenderLink {
  readonly #transfer: TransferId;
  readonly #elapsed: () => number;
  #link: Link | undefined;
  /** The handle from the last offer, which names the transfer in bulk frames. */
  #handle = -1;
  #heardAt: number;
  /** Those on which it was offered. */
  readonly #offeredOn = new WeakSet<Link>();

  /** `elapsed`: milliseconds on a monotonic clock. */
  constructor(transfer: TransferId, elapsed: () => number) {
    this.#transfer = transfer;
    this.#elapsed = elapsed;
    this.#heardAt = elapsed();
  }

  /** `undefined` while the transfer is interrupted, and after its end. */
  get link(): Link | undefined {
    return this.#link;
  }

  /** The transfer is offered on `link`, and is called `handle` there; true if it was not offered on that link before. */
  offered(link: Link, handle: number): boolean {
    this.#link = link;
    this.#handle = handle;
    const isFirst = !this.#offeredOn.has(link);
    this.#offeredOn.add(link);
    return isFirst;
  }

  letGo(): void {
    this.#link = undefined;
  }

  /**
   * True if a frame with `handle` on `link` belongs to the current offer. Frames of an earlier one may still arrive.
   */
  carries(link: Link, handle: number): boolean {
    return this.#link === link && this.#handle === handle;
  }

  heard(): void {
    this.#heardAt = this.#elapsed();
  }

  /** True if, at `now` on the same clock, nothing was heard for longer than `silentMs`. */
  isSilent(now: number, silentMs: number): boolean {
    return now - this.#heardAt > silentMs;
  }

  /** Sends `words` in order, no faster than they leave. */
  tell(words: readonly ControlMessage[]): void {
    const [only] = words;
    if (only && words.length === 1) this.#link?.tell(only);
    else this.#link?.tellAll(this.#transfer, words);
  }
}
