/** How much a folder holds. */
import { type Dirent, lstatSync, opendirSync } from 'node:fs';
import { join } from 'node:path';

/** The router keeps about ten files. A folder with many more holds other things, and counting them all would take time. */
const MAX_ENTRIES = 1_000;

/**
 * Bytes in the files below `folder`. Links are not followed; what cannot be read, and what comes after the first
 * thousand, is not counted.
 */
export function folderBytes(folder: string): number {
  const folders = [folder];
  let bytes = 0;
  let left = MAX_ENTRIES;
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of entriesOf(next)) {
      if (left === 0) return bytes;
      left -= 1;
      const path = join(next, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) bytes += fileBytes(path);
    }
  }
  return bytes;
}

/** One by one: a list of a million entries takes seconds to make. */
function* entriesOf(folder: string): Generator<Dirent> {
  try {
    const open = opendirSync(folder);
    try {
      for (let entry = open.readSync(); entry !== null; entry = open.readSync()) yield entry;
    } finally {
      open.closeSync();
    }
  } catch {
    // Not there, not for us, or gone while it was read.
  }
}

/** 0 where the file is gone, or its folder may be listed but not entered. */
function fileBytes(path: string): number {
  try {
    return lstatSync(path).size;
  } catch {
    return 0;
  }
}
