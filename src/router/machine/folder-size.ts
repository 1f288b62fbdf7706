/** How much a folder holds. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The router keeps about ten files. A folder with many more is somebody else's as well, and not worth anybody's time. */
const MAX_ENTRIES = 1_000;

/** Bytes in the files below `folder`. Links are not followed, and what cannot be read, or is beyond the first thousand, counts nothing. */
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
      else if (entry.isFile()) bytes += lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
    }
  }
  return bytes;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
