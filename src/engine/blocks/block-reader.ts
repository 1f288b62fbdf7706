/**
 * Reads and hashes the blocks of chosen files. Receivers of the same files who keep step share each block, so that ten of
 * them cost one reading; the buffers of blocks that nobody needs any more are used again.
 */
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import type { Hash } from '../../transfer/digest.ts';
import type { Digest } from '../records/ledger.ts';
import { readSlice, type SourceFailure } from './source.ts';
import { Streams } from './streams.ts';

/** A block to read: `length` of 1 to `BLOCK_BYTES`, from `offset` bytes of the file on. */
export type BlockPlace = {
  /** The transfer, as in its frames; 0 when the block is read only to recognise the file. */
  readonly handle: number;
  readonly offset: number;
  readonly length: number;
};

/** A block in memory. Several may hold the same one, so its bytes are only read. */
export type SourceBlock = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: Digest;
  /** To be called when the holder no longer reads `bytes`. Later calls do nothing. */
  release(): void;
};

/** Rejects only with `HashError`. */
export type ReadBlock = (file: Blob, place: BlockPlace) => Promise<SourceBlock | SourceFailure>;

/**
 * Blocks of a file that are kept once two have held the same one: receivers of the same files drift apart by some
 * megabytes. Of other files none is kept: who reads a block again wants to know what the file holds now.
 */
const KEPT_BLOCKS = 32;
/** Most buffers that wait to be used again: as many as one transfer reads ahead. */
const MAX_SPARE = 6;
/** Time without reading after which all of it is freed, in milliseconds. */
const REST_MS = 5_000;

type Read = { readonly bytes: Uint8Array<ArrayBuffer>; readonly digest: Digest };
type Kept = {
  readonly file: Blob;
  readonly offset: number;
  readonly reading: Promise<Read | SourceFailure>;
  holders: number;
};

export type BlockReaderPorts = {
  readonly hash: Hash;
  /** Runs `task` after `ms` milliseconds; call the result to cancel it. */
  readonly schedule: (task: () => void, ms: number) => () => void;
};

export class BlockReader {
  readonly #ports: BlockReaderPorts;
  readonly #streams = new Streams();
  /** Least recently read first. */
  #kept: Kept[] = [];
  #spare: ArrayBuffer[] = [];
  readonly #shared = new WeakSet<Blob>();
  #cancelRest: (() => void) | undefined;

  constructor(ports: BlockReaderPorts) {
    this.#ports = ports;
  }

  readonly read: ReadBlock = async (file, { offset, length }) => {
    const known = this.#kept.find((one) => one.file === file && one.offset === offset);
    if (known) this.#shared.add(file);
    const kept = known ?? { file, offset, reading: this.#read(file, offset, length), holders: 0 };
    kept.holders += 1;
    this.#kept = [...this.#kept.filter((one) => one !== kept), kept];
    this.#stir();
    try {
      const isLookedAt = known !== undefined && offset > 0 && isLast(file, offset, length);
      const look = isLookedAt ? await readSlice(file, file.size - 1, 1) : undefined;
      const read = typeof look === 'string' ? look : await kept.reading;
      if (typeof read !== 'string') return { ...read, release: this.#releaseOnce(kept) };
      this.#drop(kept); // the next one tries again
      return read;
    } catch (error) {
      this.#drop(kept);
      throw error;
    }
  };

  #releaseOnce(kept: Kept): () => void {
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      kept.holders -= 1;
      const { file } = kept;
      this.#trim(this.#shared.has(file) ? KEPT_BLOCKS : 0, (one) => one.file === file);
      this.#trim(KEPT_BLOCKS, () => true);
      this.#stir();
    };
  }

  /** Something is used: what is kept stays for a while. */
  #stir(): void {
    this.#cancelRest?.();
    this.#cancelRest = this.#ports.schedule(() => this.#rest(), REST_MS);
  }

  async #read(file: Blob, offset: number, length: number): Promise<Read | SourceFailure> {
    const bytes = (await this.#fromStream(file, offset, length)) ?? (await readSlice(file, offset, length));
    return typeof bytes === 'string' ? bytes : { bytes, digest: await this.#ports.hash(bytes) };
  }

  /**
   * Only in the middle of a file: many files are read no further than their first block, and the last one is a slice,
   * because that shows that the file was not changed meanwhile. Who gets a last block that was read for another looks at
   * the file again for the same reason.
   */
  async #fromStream(file: Blob, offset: number, length: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (offset === 0 || isLast(file, offset, length)) return undefined;
    const until = Math.floor((file.size - 1) / BLOCK_BYTES) * BLOCK_BYTES;
    return this.#streams.read({ file, offset, length, until }, () => this.#spare.pop() ?? new ArrayBuffer(BLOCK_BYTES));
  }

  /** Lets go of the oldest blocks that nobody holds and that are `meant`, but for `most` of them. */
  #trim(most: number, meant: (kept: Kept) => boolean): void {
    const idle = this.#kept.filter((kept) => kept.holders === 0 && meant(kept));
    for (const kept of idle.slice(0, Math.max(0, idle.length - most))) {
      this.#drop(kept);
      void kept.reading.then((read) => {
        if (typeof read === 'object') this.#recycle(read.bytes.buffer);
      });
    }
  }

  #drop(kept: Kept): void {
    this.#kept = this.#kept.filter((one) => one !== kept);
  }

  #recycle(buffer: ArrayBuffer): void {
    if (buffer.byteLength === BLOCK_BYTES && this.#spare.length < MAX_SPARE) this.#spare.push(buffer);
  }

  #rest(): void {
    this.#streams.close();
    this.#kept = this.#kept.filter(({ holders }) => holders > 0);
    this.#spare = [];
  }
}

const isLast = (file: Blob, offset: number, length: number): boolean => offset + length >= file.size;
