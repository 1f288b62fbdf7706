/**
 * A file that is there for its room: on a full disk it goes, so that there is room to write down what has gone, and to write files anew
 * without that. Until it is there again nothing else is taken, or that would take its room.
 */
import { randomBytes } from 'node:crypto';
import { type Disk, DiskError } from './disk.ts';
import { ignoring } from './journal.ts';

/** Half a segment, written anew, or for each record of a whole one that what it says has gone. */
const RESERVE_BYTES = 2 * 1024 * 1024;
const NAME = 'reserve';
/** So often it is tried to make it on a disk that is full, in seconds: each time wears out flash memory, and tells the operator again. */
const TRY_EVERY_S = 300;

export class Reserve {
  readonly #disk: Disk;
  #isThere = false;
  #giving: Promise<void> | undefined;
  #tryAt = Number.NEGATIVE_INFINITY;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  get isThere(): boolean {
    return this.#isThere;
  }

  /** Once, at the beginning. Rejects with a `DiskError` when the folder cannot be read. */
  async find(): Promise<void> {
    const files = await this.#disk.list();
    this.#isThere = files.some(({ name, bytes }) => name === NAME && bytes === RESERVE_BYTES);
  }

  /** Its room is free afterwards. False when it was not there, or cannot be removed. */
  async give(): Promise<boolean> {
    if (!this.#isThere) return false;
    this.#giving ??= this.#disk.remove(NAME);
    try {
      await this.#giving;
      this.#isThere = false;
      return true;
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      return false;
    } finally {
      this.#giving = undefined;
    }
  }

  /** Makes it, where it is not there. `now`: seconds of a clock that only goes on. `isRoomier`: room was given back just now. */
  async make(now: number, isRoomier: boolean): Promise<void> {
    if (this.#isThere || (now < this.#tryAt && !isRoomier)) return;
    try {
      await this.#write();
      this.#isThere = true;
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      this.#tryAt = now + TRY_EVERY_S;
      await ignoring(this.#disk.remove(NAME));
    }
  }

  /** Of what no file system makes smaller. */
  async #write(): Promise<void> {
    const writing = await this.#disk.create(NAME);
    try {
      await writing.write(randomBytes(RESERVE_BYTES));
      await writing.sync();
    } finally {
      await ignoring(writing.close());
    }
    await this.#disk.sync();
  }
}
