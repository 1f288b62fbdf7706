/**
 * Files that are read from one place on: through a stream into buffers of ours, a block costs less than half as much as
 * through a slice of its own, for which the browser opens the file, makes a pipe and a new buffer (docs/speed.md).
 */

/** Most open streams: each holds a pipe, and files that are read no further are not told apart from slow ones. */
const MAX_STREAMS = 12;
/**
 * Most bytes of one stream. The browser checks only when it opens a stream that the file is still the chosen one.
 */
export const STREAM_BYTES = 32 * 1024 * 1024;

type Stream = {
  readonly file: Blob;
  readonly reader: ReadableStreamBYOBReader;
  /** Where the next read begins, in bytes of the file, and where the stream ends. */
  position: number;
  readonly end: number;
  /** The reads so far: they take their turns, because each takes several pieces. */
  turns: Promise<unknown>;
};

/** `length` bytes of `file` from `offset` on. What follows is likely to be read as well, up to `until`. */
export type StreamPart = {
  readonly file: Blob;
  readonly offset: number;
  readonly length: number;
  readonly until: number;
};

export class Streams {
  /** Least recently used first. */
  #open: Stream[] = [];
  /** False once the browser has shown that its files have no byte streams (Safari; Chrome before 104). */
  #isPossible = true;

  /**
   * Reads `part` into the buffer that `buffer` gives, which must be long enough and is detached. `undefined` when the bytes
   * cannot be had this way: the file ends earlier, or cannot be read, or the browser has no such streams.
   */
  async read(part: StreamPart, buffer: () => ArrayBuffer): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const stream = this.#at(part);
    if (stream === undefined) return undefined;
    const { offset, length } = part;
    stream.position += length; // the next read finds it there, before this one has its bytes
    const turn = stream.turns.then(() => fill(stream.reader, buffer(), length));
    stream.turns = turn.catch(() => {}); // told below
    try {
      const bytes = await turn;
      if (offset + length === stream.end) this.#close(stream);
      return bytes;
    } catch {
      this.#close(stream);
      return undefined;
    }
  }

  /** Closes all streams. Reads under way end with `undefined`. */
  close(): void {
    for (const stream of this.#open) this.#close(stream);
  }

  #at(part: StreamPart): Stream | undefined {
    const { file, offset, length } = part;
    const known = this.#open.find((one) => one.file === file && one.position === offset && offset + length <= one.end);
    const stream = known ?? this.#openAt(part);
    if (stream === undefined) return undefined;
    this.#open = [...this.#open.filter((one) => one !== stream), stream];
    const [oldest] = this.#open;
    if (this.#open.length > MAX_STREAMS && oldest !== undefined) this.#close(oldest);
    return stream;
  }

  #openAt({ file, offset, until }: StreamPart): Stream | undefined {
    if (!this.#isPossible) return undefined;
    const end = Math.min(until, offset + STREAM_BYTES);
    try {
      const reader = file.slice(offset, end).stream().getReader({ mode: 'byob' });
      return { file, reader, position: offset, end, turns: Promise.resolve() };
    } catch {
      this.#isPossible = false;
      return undefined;
    }
  }

  #close(stream: Stream): void {
    this.#open = this.#open.filter((one) => one !== stream);
    stream.reader.cancel().catch(() => {}); // it had ended, or failed as its reader was told
  }
}

/** Rejects when the stream fails or ends before. */
async function fill(
  reader: ReadableStreamBYOBReader,
  buffer: ArrayBuffer,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  let held = buffer;
  for (let got = 0; got < length; ) {
    // Each read takes the buffer away and gives it back as another one.
    const { value } = await reader.read(new Uint8Array(held, got, length - got));
    if (value === undefined || value.length === 0) throw new Error('the file ended early');
    held = value.buffer;
    got += value.length;
  }
  return new Uint8Array(held, 0, length);
}
