/** Small files, and the system's errors about them. */
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** For this user alone: these files hold keys and secrets. */
const MODE = 0o600;

/** The text of a file; empty when it cannot be read. */
export function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** A folder that holds nothing. One that somebody has put something into stays, and one that is not there is no fault. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // What is left of it is not ours.
  }
}

export type Kept = {
  /** Who may read it: for this user alone where nothing is said. */
  readonly mode?: number;
  /** Id of the group that it is given to; only root may give. */
  readonly group?: number;
  /** Wait until the new name is on the disk as well. */
  readonly lasts?: true;
};

/**
 * Replaces the file at `path` by `text`, for this user alone unless `kept` says otherwise. After a power cut the file is the old or the new one as a
 * whole: the text is on the disk before it takes the name (otherwise some file systems keep the name and an empty
 * file). That it is the new one is promised only where it `lasts`: else the function does not wait for the rename to reach the disk. Nor is
 * the first on a file system that cannot wait for the disk.
 *
 * Throws the system's error and leaves the old file unchanged. The directory must exist.
 */
export function replaceFile(path: string, text: string, kept: Kept = {}): void {
  const beside = `${path}.new`;
  try {
    rmSync(beside, { force: true }); // a left-over file would keep its mode
    const file = openSync(beside, 'wx', MODE);
    try {
      writeFileSync(file, text);
      if (kept.group !== undefined) fchownSync(file, -1, kept.group);
      // Not when it is opened: the process's mask would take rights away.
      if (kept.mode !== undefined) fchmodSync(file, kept.mode);
      syncIfPossible(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
    if (kept.lasts) syncFolder(dirname(path));
  } catch (error) {
    removeIfPossible(beside);
    throw error;
  }
}

/** What a file system (FUSE, network mounts) answers to fsync when it has none: the text is still worth keeping. */
export const NOT_SUPPORTED: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'ENOSYS'];

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    syncIfPossible(folder);
  } finally {
    closeSync(folder);
  }
}

function syncIfPossible(file: number): void {
  try {
    fsyncSync(file);
  } catch (error) {
    if (!NOT_SUPPORTED.includes(wordsOf(error))) throw error;
  }
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The error that made it useless says more.
  }
}

/** An error in one word if the system has one, such as EACCES. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
