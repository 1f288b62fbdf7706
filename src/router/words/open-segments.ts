/** Segments that are being read from: a thousand records are read with few opened files. */
import { type Disk, DiskError, type Reading } from './disk.ts';
import { nameOf, type Segment } from './segment.ts';

/** Most open files: what is asked for together was mostly written together. */
const MAX_OPEN = 8;

export class OpenSegments {
  readonly #disk: Disk;
  /** The first one has been unused longest. */
  readonly #open = new Map<string, Promise<Reading>>();

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Rejects with a `DiskError`. */
  async read(segment: Segment, offset: number, bytes: number): Promise<Uint8Array> {
    const name = nameOf(segment);
    try {
      return await this.#read(name, offset, bytes);
    } catch {
      return this.#read(name, offset, bytes); // it was closed meanwhile, to make room for others
    }
  }

  async #read(name: string, offset: number, bytes: number): Promise<Uint8Array> {
    const opened = this.#open.get(name) ?? this.#disk.open(name);
    this.#open.delete(name);
    this.#open.set(name, opened);
    try {
      const reading = await opened;
      await this.#closeUnused();
      return await reading.read(offset, bytes);
    } catch (error) {
      if (this.#open.get(name) === opened) this.#open.delete(name);
      throw error;
    }
  }

  async drop(segment: Segment): Promise<void> {
    await this.#close(nameOf(segment));
  }

  async close(): Promise<void> {
    for (const name of [...this.#open.keys()]) await this.#close(name);
  }

  async #closeUnused(): Promise<void> {
    for (const name of [...this.#open.keys()].slice(0, -MAX_OPEN)) await this.#close(name);
  }

  async #close(name: string): Promise<void> {
    const opened = this.#open.get(name);
    this.#open.delete(name);
    try {
      await (await opened)?.close();
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
    }
  }
}
