/** A folder of this machine, for what is held. The only file here that asks the system for files. */
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NOT_SUPPORTED, wordsOf } from '../machine/files.ts';
import { type Disk, DiskError, type DiskFile, type Reading, type Writing } from './disk.ts';

/** For this user alone: letters are sealed, but who has left them is seen. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** Makes the folder. Rejects with a `DiskError` where it cannot. */
export async function realDisk(folder: string): Promise<Disk> {
  const at = (name: string): string => join(folder, name);
  await told(mkdir(folder, { recursive: true, mode: FOLDER_MODE }));
  return {
    list: () => told(filesIn(folder)),
    create: async (name) => writing(await told(open(at(name), 'w', FILE_MODE))),
    open: async (name) => reading(await told(open(at(name), 'r'))),
    rename: (from, to) => told(rename(at(from), at(to))),
    remove: (name) => told(rm(at(name), { force: true })),
    sync: () => told(syncFolder(folder)),
  };
}

/** The system's errors as those of a disk. */
async function told<T>(doing: Promise<T>): Promise<T> {
  try {
    return await doing;
  } catch (error) {
    throw new DiskError(wordsOf(error));
  }
}

async function filesIn(folder: string): Promise<readonly DiskFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return Promise.all(names.map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size })));
}

const writing = (file: FileHandle): Writing => ({
  write: async (bytes) => {
    for (let from = 0; from < bytes.length; ) {
      const { bytesWritten } = await told(file.write(bytes, from));
      from += bytesWritten;
    }
  },
  sync: () => told(syncIfPossible(file)),
  close: () => told(file.close()),
});

const reading = (file: FileHandle): Reading => ({
  read: async (offset, length) => {
    const bytes = Buffer.allocUnsafe(length);
    let got = 0;
    while (got < length) {
      const { bytesRead } = await told(file.read(bytes, got, length - got, offset + got));
      if (bytesRead === 0) break;
      got += bytesRead;
    }
    return bytes.subarray(0, got);
  },
  close: () => told(file.close()),
});

async function syncFolder(folder: string): Promise<void> {
  const file = await open(folder, 'r');
  try {
    await syncIfPossible(file);
  } finally {
    await file.close();
  }
}

/** A file system without fsync (FUSE, network mounts) promises nothing, and what is held there is still worth holding. */
async function syncIfPossible(file: FileHandle): Promise<void> {
  try {
    await file.sync();
  } catch (error) {
    if (!NOT_SUPPORTED.includes(wordsOf(error))) throw error;
  }
}
