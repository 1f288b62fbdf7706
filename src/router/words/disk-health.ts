/** Whether the disk takes what it is given: its operator has to know, and phones say no more than that something is not held. */
import { type Disk, DiskError, type Writing } from './disk.ts';

/** For so long a failure counts, in seconds: each minute something is written, so a disk that goes on failing is heard of again. */
const REMEMBERED_S = 600;

export class DiskHealth {
  readonly #now: () => number;
  #last: { readonly code: string; readonly at: number } | undefined;

  /** `now`: seconds of a clock that only goes on. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The system's word for the last failure of the last minutes, such as ENOSPC. */
  get trouble(): string | undefined {
    const isOver = this.#last === undefined || this.#now() - this.#last.at >= REMEMBERED_S;
    return isOver ? undefined : this.#last?.code;
  }

  /** The same disk; what it does not take is noted. */
  watched(disk: Disk): Disk {
    const noted = <T>(doing: Promise<T>): Promise<T> => this.#noted(doing);
    return {
      list: () => disk.list(),
      open: (name) => disk.open(name),
      remove: (name) => disk.remove(name),
      rename: (from, to) => noted(disk.rename(from, to)),
      sync: () => noted(disk.sync()),
      create: async (name): Promise<Writing> => {
        const writing = await noted(disk.create(name));
        return {
          write: (bytes) => noted(writing.write(bytes)),
          sync: () => noted(writing.sync()),
          close: () => writing.close(),
        };
      },
    };
  }

  async #noted<T>(doing: Promise<T>): Promise<T> {
    try {
      return await doing;
    } catch (error) {
      if (error instanceof DiskError) this.#last = { code: error.code, at: this.#now() };
      throw error;
    }
  }
}
