/** Makes sure that the receiver of an outgoing transfer is told how it ended: otherwise it would wait for nothing. */
import type { TransferId } from '../../protocol/peer.ts';
import type { Sending } from '../../transfer/sending.ts';
import type { Link } from '../link/link.ts';
import type { OutgoingFiles } from './outgoing-files.ts';
import { failWord, type LastWord } from './sender-words.ts';

type FarewellPorts = {
  /** The receiver could not be told: call `met` when there is a link again. */
  readonly tellLater: () => void;
};

export class Farewell {
  readonly #transfer: TransferId;
  readonly #files: OutgoingFiles;
  readonly #ports: FarewellPorts;
  /** True if the other side knows of the transfer. */
  #wasOffered: boolean;
  #isUntold = false;

  constructor(transfer: TransferId, files: OutgoingFiles, wasOffered: boolean, ports: FarewellPorts) {
    this.#transfer = transfer;
    this.#files = files;
    this.#wasOffered = wasOffered;
    this.#ports = ports;
  }

  /** True if it has ended here, and the other side knows of the transfer but could not be told. */
  get isUntold(): boolean {
    return this.#isUntold;
  }

  offered(): void {
    this.#wasOffered = true;
  }

  /**
   * The transfer ends, or waits because of something here. Without a link the other side is told as soon as there is
   * one.
   */
  tell(link: Link | undefined, word: LastWord): void {
    link?.tell(word);
    this.#isUntold = link === undefined && this.#wasOffered;
    if (this.#isUntold) this.#ports.tellLater();
  }

  /**
   * There is a link to the other device. The message that told it of the end may have been lost with an earlier link.
   */
  met(link: Link, state: Sending): void {
    this.#isUntold = false;
    if (state.phase === 'failed' || (state.phase === 'cancelled' && state.by === 'me')) this.sayAgain(link, state);
  }

  /** The receiver asks for a transfer that has ended. */
  sayAgain(link: Link, state: Sending): void {
    if (state.phase === 'failed') link.tell(failWord(this.#transfer, state.reason, this.#files.failedOn(state.reason)));
    else link.tell({ type: 'cancel', transfer: this.#transfer });
  }
}
