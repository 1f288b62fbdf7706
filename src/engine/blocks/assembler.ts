/**
 * Joins the chunks of one block after another in one buffer. The receiving machine has checked where each chunk
 * belongs. Buffers of full blocks come back after they were stored, so a long transfer allocates only its window.
 */
import { BLOCK_BYTES, WINDOW_BYTES } from '../../protocol/limits.ts';

/** Most spare buffers: a sender has no more blocks under way. */
const MAX_SPARE = WINDOW_BYTES / BLOCK_BYTES;

export class Assembler {
  readonly #spare: Uint8Array<ArrayBuffer>[] = [];
  #block: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #filled = 0;

  /** Starts a block of `length` bytes; an unfinished previous block is dropped. */
  begin(length: number): void {
    // Short blocks (ends of files, small files) get a buffer of their size: many of them may wait for the storage at
    // once.
    const spare = length === BLOCK_BYTES ? this.#spare.pop() : undefined;
    this.#block = spare ?? new Uint8Array(length);
    this.#filled = 0;
  }

  /** Copies the next bytes of the block. More than the block holds is a bug of the caller. */
  append(payload: Uint8Array): void {
    this.#block.set(payload, this.#filled);
    this.#filled += payload.length;
  }

  /** The complete block. It belongs to the caller until it is given to `recycle`. */
  take(): Uint8Array<ArrayBuffer> {
    if (this.#filled !== this.#block.length) throw new Error('the block is not complete');
    const block = this.#block;
    this.#block = new Uint8Array(0);
    this.#filled = 0;
    return block;
  }

  /** Takes back a block whose bytes nobody reads any more. */
  recycle(block: Uint8Array<ArrayBuffer>): void {
    if (block.length === BLOCK_BYTES && this.#spare.length < MAX_SPARE) this.#spare.push(block);
  }
}
