/** Segments that are being read from: a thousand records are read with few opened files. */
import { type Disk, DiskError, type Reading } from './disk.ts';
import { nameOf, type Segment } from './segment.ts';

/** Most open files that nobody reads from: what is asked for together was mostly written together. */
const MAX_OPEN = 8;

type Opened = {
  readonly reading: Promise<Reading>;
  /** How many read from it now: until nobody does, it is not closed. */
  readers: number;
};

export class OpenSegments {
  readonly #disk: Disk;
  /** The first one has been unused longest. */
  readonly #open = new Map<string, Opened>();

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Rejects with a `DiskError`. */
  async read(segment: Segment, offset: number, bytes: number): Promise<Uint8Array> {
    const name = nameOf(segment);
    const opened = this.#open.get(name) ?? { reading: this.#disk.open(name), readers: 0 };
    this.#open.delete(name);
    this.#open.set(name, opened);
    opened.readers += 1;
    try {
      return await (await opened.reading).read(offset, bytes);
    } catch (error) {
      if (this.#open.get(name) === opened) this.#open.delete(name);
      throw error;
    } finally {
      opened.readers -= 1;
      if (this.#open.get(name) !== opened) await closeUnread(opened);
      else await this.#closeUnused();
    }
  }

  async drop(segment: Segment): Promise<void> {
    await this.#close(nameOf(segment));
  }

  async close(): Promise<void> {
    for (const name of [...this.#open.keys()]) await this.#close(name);
  }

  async #closeUnused(): Promise<void> {
    const unread = [...this.#open].filter(([, { readers }]) => readers === 0);
    const tooMany = Math.max(0, this.#open.size - MAX_OPEN);
    await Promise.all(unread.slice(0, tooMany).map(([name]) => this.#close(name)));
  }

  /** Whoever still reads from it closes it. */
  async #close(name: string): Promise<void> {
    const opened = this.#open.get(name);
    this.#open.delete(name);
    if (opened !== undefined) await closeUnread(opened);
  }
}

async function closeUnread(opened: Opened): Promise<void> {
  if (opened.readers > 0) return;
  try {
    await (await opened.reading).close();
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
  }
}
