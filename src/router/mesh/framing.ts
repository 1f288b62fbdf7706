/**
 * Frames on a byte stream: four bytes of length, then that many bytes, of which `messages.ts` knows what they say. Pure: it is fed
 * bytes and knows no socket.
 */

const HEADER_BYTES = 4;

export function frame(content: string | Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + Buffer.byteLength(content));
  bytes.writeUInt32BE(bytes.length - HEADER_BYTES);
  if (typeof content === 'string') bytes.write(content, HEADER_BYTES);
  else bytes.set(content, HEADER_BYTES);
  return bytes;
}

/** Takes bytes as they come and returns whole frames. Holds at most one incomplete frame, within the allowed length. */
export class Deframer {
  readonly #maxBytes: number;
  #pieces: Buffer[] = [];
  #held = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The frames that are complete now; `undefined` when the other side announces one that is empty or too long. */
  push(bytes: Buffer): readonly Buffer[] | undefined {
    this.#pieces.push(bytes);
    this.#held += bytes.length;
    const frames: Buffer[] = [];
    for (;;) {
      if (this.#held < HEADER_BYTES) return frames;
      const length = this.#peek(HEADER_BYTES).readUInt32BE();
      if (length === 0 || length > this.#maxBytes) return undefined;
      if (this.#held < HEADER_BYTES + length) return frames;
      const whole = this.#take(HEADER_BYTES + length);
      frames.push(whole.subarray(HEADER_BYTES));
    }
  }

  #peek(count: number): Buffer {
    const [first] = this.#pieces;
    if (first !== undefined && first.length >= count) return first;
    const joined = Buffer.concat(this.#pieces);
    this.#pieces = [joined];
    return joined;
  }

  /** Joins pieces only when a frame is complete: a long frame in many pieces is copied once. */
  #take(count: number): Buffer {
    const joined = this.#peek(count);
    const rest = joined.subarray(count);
    if (rest.length === 0) this.#pieces.shift();
    else this.#pieces[0] = rest;
    this.#held -= count;
    return joined.subarray(0, count);
  }
}
