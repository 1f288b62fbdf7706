/**
 * A disk in memory, as hard as POSIX allows: after a power cut a file has what was synced and perhaps some of what was not, and names
 * are as they were at the last sync of the folder, or newer. Any call may fail, and may have done its work all the same.
 */
import { type Disk, DiskError, type DiskFile, type Reading, type Writing } from '../disk.ts';

type File = { bytes: Buffer; synced: number };

/** What happens to the next calls, one after the other. `ok` when there is nothing more. */
export type Fate = 'ok' | 'fails' | 'fails after' | 'power cut';

/** How much of what is uncertain is there after a power cut: numbers from 0 to 1, drawn one after the other. */
export type Chance = () => number;

export class MemoryDisk implements Disk {
  #names = new Map<string, File>();
  /** Names as they are on the disk for certain, and what was done to them since. */
  #certain = new Map<string, File>();
  #since: (() => void)[] = [];
  readonly #chance: Chance;
  fate: () => Fate = () => 'ok';
  /** Called when the power goes: nothing is done after it, and no call comes back. */
  onPowerCut: () => void = () => {};
  isOff = false;
  calls = 0;
  /** In bytes. What is beyond it is not written. */
  room = Number.POSITIVE_INFINITY;

  constructor(chance: Chance = () => 1) {
    this.#chance = chance;
  }

  /** The disk as it is found when the power is back. */
  afterPowerCut(chance: Chance = this.#chance): MemoryDisk {
    const found = new MemoryDisk(chance);
    const names = new Map(this.#certain);
    const kept = this.#names;
    this.#names = names;
    for (const done of this.#since) if (chance() > 0.5) done();
    this.#names = kept;
    for (const [name, { bytes, synced }] of names) {
      const length = synced + Math.floor((bytes.length - synced) * chance());
      const left = Buffer.from(bytes.subarray(0, length));
      // What was under way may be garbage.
      if (length > synced && chance() > 0.7) left[length - 1] = (left[length - 1] ?? 0) ^ 0x55;
      found.#names.set(name, { bytes: left, synced: length });
    }
    found.#certain = new Map(found.#names);
    return found;
  }

  /** The disk as it is found when only the process was killed: what it had written is there, synced or not. */
  afterKill(): MemoryDisk {
    const found = new MemoryDisk(this.#chance);
    for (const [name, { bytes }] of this.#names)
      found.#names.set(name, { bytes: Buffer.from(bytes), synced: bytes.length });
    found.#certain = new Map(found.#names);
    return found;
  }

  /** The bytes under each name now. */
  get files(): ReadonlyMap<string, Buffer> {
    return new Map([...this.#names].map(([name, { bytes }]) => [name, bytes]));
  }

  /** Of all files. */
  get bytes(): number {
    return [...this.#names.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  /** Changes a byte, as flash memory does that is old. */
  damage(name: string, at: number): void {
    const file = this.#names.get(name);
    if (file !== undefined && file.bytes.length > 0)
      file.bytes[at % file.bytes.length] = (file.bytes[at % file.bytes.length] ?? 0) ^ 0xff;
  }

  /** Cuts a file off, as a file system does that was repaired. */
  tear(name: string, length: number): void {
    const file = this.#names.get(name);
    if (file !== undefined) file.bytes = file.bytes.subarray(0, length);
  }

  list(): Promise<readonly DiskFile[]> {
    return this.#call(() => [...this.#names].map(([name, { bytes }]) => ({ name, bytes: bytes.length })));
  }

  create(name: string): Promise<Writing> {
    return this.#call(() => {
      const file: File = { bytes: Buffer.alloc(0), synced: 0 };
      this.#change(() => this.#names.set(name, file));
      return this.#writing(file);
    });
  }

  open(name: string): Promise<Reading> {
    return this.#call(() => {
      const file = this.#file(name);
      return {
        read: (offset, length) => this.#call(() => Uint8Array.from(file.bytes.subarray(offset, offset + length))),
        close: () => this.#call(() => {}),
      };
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#call(() => {
      const file = this.#file(from);
      this.#change(() => {
        this.#names.delete(from);
        this.#names.set(to, file);
      });
    });
  }

  remove(name: string): Promise<void> {
    return this.#call(() => this.#change(() => this.#names.delete(name)));
  }

  sync(): Promise<void> {
    return this.#call(() => {
      this.#certain = new Map(this.#names);
      this.#since = [];
    });
  }

  #writing(file: File): Writing {
    return {
      write: (bytes) =>
        this.#call(
          () => {
            const free = this.room - this.bytes;
            file.bytes = Buffer.concat([file.bytes, bytes.subarray(0, Math.max(0, free))]);
            if (bytes.length > free) throw new DiskError('ENOSPC');
          },
          // A full disk takes a part of it.
          () => {
            file.bytes = Buffer.concat([file.bytes, bytes.subarray(0, Math.floor(bytes.length * this.#chance()))]);
          },
        ),
      sync: () =>
        this.#call(() => {
          file.synced = file.bytes.length;
        }),
      close: () => this.#call(() => {}),
    };
  }

  #change(done: () => void): void {
    done();
    this.#since.push(done);
  }

  #file(name: string): File {
    const file = this.#names.get(name);
    if (file === undefined) throw new DiskError('ENOENT');
    return file;
  }

  async #call<T>(work: () => T, half: () => void = () => {}): Promise<T> {
    await Promise.resolve();
    if (this.isOff) return new Promise<T>(() => {});
    this.calls += 1;
    const fate = this.fate();
    switch (fate) {
      case 'ok':
        return work();
      case 'fails':
        half();
        throw new DiskError('EIO');
      case 'fails after':
        work();
        throw new DiskError('EIO');
      case 'power cut':
        half();
        this.isOff = true;
        this.onPowerCut();
        return new Promise<T>(() => {});
    }
  }
}
