/**
 * The disk below what is held: one folder, as far as it is needed. What it promises is what POSIX promises: bytes are there after a
 * power cut once their file was synced, names once the folder was. Every call may fail (`DiskError`).
 */

/** `code`: the system's word, such as ENOSPC or EIO. */
export class DiskError extends Error {
  override readonly name = 'DiskError';
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** There is no room: waiting does not help, but giving some back does. */
export const isFull = ({ code }: DiskError): boolean => code === 'ENOSPC' || code === 'EDQUOT';

/** A new file, written from its beginning to its end. */
export type Writing = {
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves once all that was written is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
};

export type Reading = {
  /** Fewer bytes than asked for only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
};

export type DiskFile = { readonly name: string; readonly bytes: number };

export type Disk = {
  /** Files in the folder, in no order; other things in it are left out. */
  list(): Promise<readonly DiskFile[]>;
  /** Takes the place of a file of that name. */
  create(name: string): Promise<Writing>;
  open(name: string): Promise<Reading>;
  /** Takes the place of a file of that name, at once. */
  rename(from: string, to: string): Promise<void>;
  /** A file that is not there is no failure. Who reads it goes on reading. */
  remove(name: string): Promise<void>;
  /** Resolves once all names are on the disk. */
  sync(): Promise<void>;
};

/** The whole file of `bytes` bytes. */
export async function readWhole(disk: Disk, { name, bytes }: DiskFile): Promise<Uint8Array> {
  const reading = await disk.open(name);
  try {
    return await reading.read(0, bytes);
  } finally {
    await reading.close();
  }
}
