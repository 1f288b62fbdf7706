/** Files that are to go, and those of them that could not be removed yet. */
import { type Disk, DiskError } from './disk.ts';

export class Leftovers {
  readonly #disk: Disk;
  readonly #names = new Set<string>();

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** If the disk does not do it now, it is tried again later. */
  async remove(name: string): Promise<void> {
    this.#names.add(name);
    try {
      await this.#disk.remove(name);
      this.#names.delete(name);
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
    }
  }

  /** A file of that name is there again, and needed. */
  isNeeded(name: string): void {
    this.#names.delete(name);
  }

  async removeAll(): Promise<void> {
    for (const name of [...this.#names]) await this.remove(name);
  }
}
