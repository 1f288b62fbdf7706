/** A file system in memory, of a size, at a folder. Needs root. */
import { execFile } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type SmallDisk = { readonly freeBytes: () => Promise<number>; readonly unmount: () => Promise<void> };

export async function mountMemory(folder: string, bytes: number): Promise<SmallDisk> {
  await run('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]);
  return {
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    unmount: async () => {
      await run('umount', [folder]);
    },
  };
}
