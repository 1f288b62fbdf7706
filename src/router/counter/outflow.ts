/** What leaves over one socket of words, no faster than its phone reads. */
import type { ClientSocket } from '../sockets/web-sockets.ts';

/** Unsent bytes with which a further event of an answer waits: what a phone on a crowded radio reads in a second. */
const ENOUGH_BYTES = 256 * 1024;
/** Unsent bytes at which a phone that follows and does not read is cut off; it comes back, and compares. */
const TOO_MANY_BYTES = 4 * 1024 * 1024;

export class Outflow {
  readonly #socket: ClientSocket;
  readonly #cutOff: () => void;
  #waiting: (() => void)[] = [];

  constructor(socket: ClientSocket, cutOff: () => void) {
    this.#socket = socket;
    this.#cutOff = cutOff;
  }

  send(frame: string): void {
    if (this.#socket.bufferedAmount > TOO_MANY_BYTES) {
      this.#cutOff();
      this.#socket.terminate();
    } else this.#socket.send(frame, () => this.#wake());
  }

  /** Resolves when there is little that waits to be sent, and when the socket has closed. */
  ready(): Promise<void> {
    if (this.#hasRoom) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The socket has closed. */
  end(): void {
    this.#wake();
  }

  get #hasRoom(): boolean {
    const { readyState, OPEN, bufferedAmount } = this.#socket;
    return readyState !== OPEN || bufferedAmount < ENOUGH_BYTES;
  }

  #wake(): void {
    if (!this.#hasRoom) return;
    const woken = this.#waiting;
    this.#waiting = [];
    for (const resolve of woken) resolve();
  }
}
