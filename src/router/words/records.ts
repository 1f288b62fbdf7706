/** The journal, and the reserve beside it: what is written down, and what is done about a disk that is full. */
import type { Log } from '../machine/log.ts';
import { type Disk, DiskError, isFull } from './disk.ts';
import { Journal, type Keeper, type Place } from './journal.ts';
import { Reserve } from './reserve.ts';

/** So often files are written anew that found no room, in seconds, unless some was given back. */
const COPY_EVERY_S = 600;

export class Records {
  readonly #journal: Journal;
  readonly #reserve: Reserve;
  readonly #log: Log;
  #hasFailed = false;
  #copyAt = Number.NEGATIVE_INFINITY;

  private constructor(journal: Journal, reserve: Reserve, log: Log) {
    this.#journal = journal;
    this.#reserve = reserve;
    this.#log = log;
  }

  /** Reads all that is there, the oldest first. Rejects with a `DiskError` when the folder cannot be read. */
  static async open(disk: Disk, log: Log, take: (text: string, place: Place) => void): Promise<Records> {
    const journal = await Journal.open(disk, log, take);
    const reserve = new Reserve(disk);
    await reserve.find();
    await reserve.make(0, true);
    return new Records(journal, reserve, log);
  }

  /**
   * Resolves, with where it stands, once it is on the disk; with `undefined` when the disk does not take it. `isUrgent`: it makes room,
   * and may have that of the reserve.
   */
  async append(text: string, isUrgent = false): Promise<Place | undefined> {
    try {
      if (!isUrgent && !this.isRoomy) throw new DiskError('ENOSPC');
      const place = await this.#appended(text, isUrgent);
      if (this.#hasFailed) this.#log.info('words: the disk takes what is put again');
      this.#hasFailed = false;
      return place;
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      if (!this.#hasFailed) this.#log.error(`words: the disk does not take what is put (${error.code})`);
      this.#hasFailed = true;
      return undefined;
    }
  }

  async #appended(text: string, isUrgent: boolean): Promise<Place> {
    try {
      return await this.#journal.append(text);
    } catch (error) {
      if (!isUrgent || !(error instanceof DiskError) || !isFull(error)) throw error;
      await this.#reserve.give();
      return await this.#journal.append(text);
    }
  }

  /** False while the disk is so full that only what makes room may be written. */
  get isRoomy(): boolean {
    return this.#reserve.isThere;
  }

  /** `undefined` when it is no longer what was written; `unreadable` when the disk gives nothing back now. */
  async read(place: Place): Promise<string | 'unreadable' | undefined> {
    try {
      return await this.#journal.read(place);
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      return 'unreadable';
    }
  }

  /** What stands there is not needed any more. */
  release(place: Place): void {
    this.#journal.release(place);
  }

  /** True while the record that was written there is still in its file, needed or not. */
  isThere(place: Place): boolean {
    return this.#journal.isThere(place);
  }

  /** Gives room back to the disk. `now`: seconds of a clock that only goes on. */
  async tidy(keeper: Keeper, now: number): Promise<void> {
    const before = this.#journal.bytes;
    let isFullNow = await this.#journal.tidy(keeper, now >= this.#copyAt);
    if (isFullNow && (await this.#reserve.give())) isFullNow = await this.#journal.tidy(keeper, true);
    if (isFullNow) this.#copyAt = now + COPY_EVERY_S;
    const isRoomier = this.#journal.bytes < before;
    if (isRoomier) this.#copyAt = now;
    await this.#reserve.make(now, isRoomier);
  }

  stop(): Promise<void> {
    return this.#journal.stop();
  }
}
