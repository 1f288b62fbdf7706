/**
 * Records that are only ever added: files of some megabytes (segments), each written once from its beginning. What is acknowledged is
 * on the disk; many that come at a time share one wait for it. A segment in which half is no longer needed is written anew, without
 * it, under another name. Whose records are needed is known to whoever keeps them.
 */
import type { Log } from '../machine/log.ts';
import { type Disk, DiskError, isFull, readWhole, type Writing } from './disk.ts';
import { Leftovers } from './leftovers.ts';
import { OpenSegments } from './open-segments.ts';
import { recordOf, scan, textAt } from './record.ts';
import { nameOf, type Segment, segmentsIn } from './segment.ts';

/** `generation`: how often its segment had been written anew when it was written there. */
export type Place = {
  readonly segment: number;
  readonly generation: number;
  readonly offset: number;
  readonly bytes: number;
};

/** Whoever keeps the records. */
export type Keeper = {
  /** Whether a record is still needed, which stands at `place`. */
  needs(text: string, place: Place): boolean;
  /** It stands at `to` from now on, if it is still needed: then `true`. */
  moved(text: string, from: Place, to: Place): boolean;
  /** Whether a file must stay, though nothing in it may be needed. */
  keeps(file: Pick<Place, 'segment' | 'generation'>): boolean;
};

/** A segment is whole when it is this long: written anew within a moment, and a thousandth of the smallest disk. */
const SEGMENT_BYTES = 4 * 1024 * 1024;
/** Most bytes that share one wait for the disk. */
const TOGETHER_BYTES = 1024 * 1024;

type Waiting = {
  readonly record: Uint8Array;
  readonly resolve: (place: Place) => void;
  readonly reject: (error: unknown) => void;
};

/** The segment that is written to. */
type Current = { readonly segment: Segment; readonly writing: Writing };

export class Journal {
  readonly #disk: Disk;
  readonly #log: Log;
  readonly #segments = new Map<number, Segment>();
  readonly #open: OpenSegments;
  #last: number;
  #current: Current | undefined;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;
  #tidying: Promise<boolean> | undefined;
  readonly #leftovers: Leftovers;
  #isStopped = false;

  private constructor(disk: Disk, log: Log, last: number) {
    this.#disk = disk;
    this.#log = log;
    this.#last = last;
    this.#open = new OpenSegments(disk);
    this.#leftovers = new Leftovers(disk);
  }

  /** Reads all that is there, the oldest first. Rejects with a `DiskError` only where the folder cannot be read at all. */
  static async open(disk: Disk, log: Log, take: (text: string, place: Place) => void): Promise<Journal> {
    const { current, stale } = segmentsIn(await disk.list());
    const journal = new Journal(disk, log, current.at(-1)?.number ?? 0);
    for (const name of stale) await journal.#leftovers.remove(name);
    for (const { number, generation, file } of current) {
      try {
        journal.#read({ number, generation, bytes: file.bytes, dead: file.bytes }, await readWhole(disk, file), take);
      } catch (error) {
        if (!(error instanceof DiskError)) throw error;
        log.error(`words: a file of ${file.bytes} bytes cannot be read (${error.code}); what is in it is missing`);
      }
    }
    return journal;
  }

  #read(segment: Segment, bytes: Uint8Array, take: (text: string, place: Place) => void): void {
    const { records, damaged, torn } = scan(bytes);
    if (damaged > 0) this.#log.warn(`words: ${damaged} stretches of a file were damaged; what was in them is lost`);
    if (torn > 0) this.#log.info(`words: ${torn} bytes at the end of a file were not written to their end`);
    this.#segments.set(segment.number, segment);
    for (const { text, offset, bytes: length } of records) {
      segment.dead -= length;
      take(text, placeIn(segment, { offset, bytes: length }));
    }
  }

  /** Bytes of all files. */
  get bytes(): number {
    return [...this.#segments.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Resolves, with where it stands, once it is on the disk. Rejects with a `DiskError`. Those that are added first stand first. */
  append(text: string): Promise<Place> {
    if (this.#isStopped) return Promise.reject(new DiskError('closed'));
    const added = new Promise<Place>((resolve, reject) => {
      this.#waiting.push({ record: recordOf(text), resolve, reject });
    });
    this.#flushing ??= this.#flush();
    return added;
  }

  /**
   * The text that stands there; `undefined` when it is no longer what was written, or its file was written anew without it. Rejects with
   * a `DiskError`.
   */
  async read(place: Place): Promise<string | undefined> {
    const { offset, bytes } = place;
    const segment = this.#segmentOf(place);
    if (segment === undefined) return undefined;
    try {
      return textAt(await this.#open.read(segment, offset, bytes));
    } catch (error) {
      if (this.isThere(place)) throw error;
      return undefined; // it was written anew meanwhile
    }
  }

  /** What stands there is not needed any more. */
  release(place: Place): void {
    const segment = this.#segmentOf(place);
    if (segment !== undefined) segment.dead += place.bytes;
  }

  /** True while the record that was written there is still in its file, needed or not. */
  isThere(place: Place): boolean {
    return this.#segmentOf(place) !== undefined;
  }

  #segmentOf({ segment: number, generation }: Place): Segment | undefined {
    const segment = this.#segments.get(number);
    return segment?.generation === generation ? segment : undefined;
  }

  /**
   * Removes segments in which nothing is needed and, if it `mayCopy`, writes those anew that are worth it. What fails is tried again the
   * next time. True when the disk has no room for that.
   */
  tidy(keeper: Keeper, mayCopy = true): Promise<boolean> {
    this.#tidying ??= this.#tidy(keeper, mayCopy).finally(() => {
      this.#tidying = undefined;
    });
    return this.#tidying;
  }

  /** Nothing is written after this. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#flushing;
    await this.#tidying;
    await this.#leave();
    await this.#open.close();
  }

  async #flush(): Promise<void> {
    await Promise.resolve(); // those that come in the same turn go together
    while (this.#waiting.length > 0) {
      const together = this.#take();
      try {
        const { segment, writing } = await this.#begun();
        await writing.write(Buffer.concat(together.map(({ record }) => record)));
        await writing.sync();
        for (const { record, resolve } of together) {
          const place = placeIn(segment, { offset: segment.bytes, bytes: record.length });
          segment.bytes += record.length;
          resolve(place);
        }
        if (segment.bytes >= SEGMENT_BYTES) await this.#leave();
      } catch (error) {
        // What is in the file behind the last good record is unknown now: nothing is written there any more.
        await this.#leave(true);
        for (const { reject } of together) reject(error);
      }
    }
    this.#flushing = undefined; // in the turn in which nothing was left
  }

  #take(): readonly Waiting[] {
    let bytes = 0;
    const count = this.#waiting.findIndex(({ record }) => {
      bytes += record.length;
      return bytes > TOGETHER_BYTES;
    });
    return this.#waiting.splice(0, count === -1 ? this.#waiting.length : Math.max(1, count));
  }

  async #begun(): Promise<Current> {
    if (this.#current !== undefined) return this.#current;
    const segment: Segment = { number: this.#last + 1, generation: 0, bytes: 0, dead: 0 };
    this.#last = segment.number;
    const writing = await this.#created(nameOf(segment));
    this.#current = { segment, writing };
    this.#segments.set(segment.number, segment);
    await this.#disk.sync();
    return this.#current;
  }

  async #created(name: string): Promise<Writing> {
    try {
      return await this.#disk.create(name);
    } catch (error) {
      await this.#leftovers.remove(name); // it may be there all the same
      throw error;
    }
  }

  async #leave(isBroken = false): Promise<void> {
    const { segment, writing } = this.#current ?? {};
    this.#current = undefined;
    if (segment !== undefined && isBroken) segment.isBroken = true;
    await ignoring(writing?.close());
    if (segment === undefined || !isBroken || segment.bytes > 0) return;
    this.#segments.delete(segment.number); // nothing was ever told to stand there
    await this.#leftovers.remove(nameOf(segment));
  }

  async #tidy(keeper: Keeper, mayCopy: boolean): Promise<boolean> {
    let [isFullNow, isCopying] = [false, mayCopy];
    await this.#leftovers.removeAll();
    for (const segment of [...this.#segments.values()]) {
      const { bytes, dead, isBroken, number, generation } = segment;
      if (this.#isStopped || segment === this.#current?.segment) continue;
      const isWorthIt = isCopying ? isBroken || dead * 2 >= bytes : dead >= bytes;
      if (!isWorthIt || keeper.keeps({ segment: number, generation })) continue;
      try {
        await this.#renew(segment, keeper, isCopying);
      } catch (error) {
        if (!(error instanceof DiskError)) throw error;
        this.#log.warn(`words: a file could not be written anew (${error.code})`);
        if (!isFull(error)) continue;
        [isFullNow, isCopying] = [true, false]; // files in which nothing is needed need no room
      }
    }
    return isFullNow;
  }

  async #renew(old: Segment, keeper: Keeper, mayCopy: boolean): Promise<void> {
    const { number, generation, bytes } = old;
    const { records } = scan(await readWhole(this.#disk, { name: nameOf(old), bytes }));
    const needed = records.filter((found) => keeper.needs(found.text, placeIn(old, found)));
    const renewed: Segment = { number, generation: generation + 1, bytes: 0, dead: 0 };
    if (needed.length === 0) {
      // Of a generation that was not finished nothing may be found later.
      await this.#disk.remove(nameOf(renewed));
      this.#segments.delete(number);
    } else {
      if (!mayCopy) return;
      await this.#write(renewed, Buffer.concat(needed.map(({ text }) => recordOf(text))));
      this.#segments.set(number, renewed);
      for (const found of needed) {
        const to = placeIn(renewed, { offset: renewed.bytes, bytes: found.bytes });
        renewed.bytes += found.bytes;
        if (!keeper.moved(found.text, placeIn(old, found), to)) renewed.dead += found.bytes;
      }
    }
    await this.#open.drop(old);
    await this.#leftovers.remove(nameOf(old));
  }

  /** Under its name only when it is whole. */
  async #write(segment: Segment, bytes: Uint8Array): Promise<void> {
    const beside = `${nameOf(segment)}.new`;
    try {
      const writing = await this.#disk.create(beside);
      try {
        await writing.write(bytes);
        await writing.sync();
      } finally {
        await ignoring(writing.close());
      }
      await this.#disk.rename(beside, nameOf(segment));
      await this.#disk.sync();
      for (const name of [beside, nameOf(segment)]) this.#leftovers.isNeeded(name);
    } catch (error) {
      for (const name of [beside, nameOf(segment)]) await this.#leftovers.remove(name);
      throw error;
    }
  }
}

const placeIn = ({ number, generation }: Segment, { offset, bytes }: Pick<Place, 'offset' | 'bytes'>): Place => ({
  segment: number,
  generation,
  offset,
  bytes,
});

/** A failure that changes nothing: what is left over is looked after at the next start. */
export async function ignoring(doing: Promise<void> | undefined): Promise<void> {
  try {
    await doing;
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
  }
}
