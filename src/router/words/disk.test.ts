/** A real folder and the one in memory keep the same promises. */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Disk, DiskError, readWhole } from './disk.ts';
import { realDisk } from './real-disk.ts';
import { MemoryDisk } from './testing/memory-disk.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hikyaku-disk-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const written = async (disk: Disk, name: string, ...texts: readonly string[]): Promise<void> => {
  const writing = await disk.create(name);
  for (const text of texts) await writing.write(Buffer.from(text));
  await writing.sync();
  await writing.close();
};
const textOf = async (disk: Disk, name: string): Promise<string> => {
  const file = (await disk.list()).find((one) => one.name === name);
  return file === undefined ? 'not there' : Buffer.from(await readWhole(disk, file)).toString();
};
const namesIn = async (disk: Disk) => (await disk.list()).map(({ name }) => name).sort();

describe.each<[string, () => Promise<Disk>]>([
  ['in memory', async () => new MemoryDisk()],
  ['of this machine', () => realDisk(join(newFolder(), 'deep', 'folder'))],
])('a disk %s', (_, open) => {
  it('gives what was written, as a whole and in parts', async () => {
    const disk = await open();
    await written(disk, 'a', 'one', 'two');
    expect(await disk.list()).toEqual([{ name: 'a', bytes: 6 }]);
    const reading = await disk.open('a');
    const parts = [await reading.read(2, 2), await reading.read(4, 100), await reading.read(6, 1)];
    expect(parts.map((part) => Buffer.from(part).toString())).toEqual(['et', 'wo', '']);
    await reading.close();
    await disk.sync();
  });

  it('puts a new file in the place of an old one', async () => {
    const disk = await open();
    await written(disk, 'a', 'old');
    await written(disk, 'a', 'x');
    expect(await textOf(disk, 'a')).toBe('x');
    await written(disk, 'b', 'new');
    await disk.rename('b', 'a');
    expect([await namesIn(disk), await textOf(disk, 'a')]).toEqual([['a'], 'new']);
  });

  it('removes a file, also one that is read, and one that is not there', async () => {
    const disk = await open();
    await written(disk, 'a', 'text');
    const reading = await disk.open('a');
    await disk.remove('a');
    await disk.remove('a');
    expect(await namesIn(disk)).toEqual([]);
    expect(Buffer.from(await reading.read(0, 4)).toString()).toBe('text');
    await reading.close();
  });

  it('fails with the word of the system', async () => {
    const disk = await open();
    for (const failing of [() => disk.open('none'), () => disk.rename('none', 'other')])
      await expect(failing()).rejects.toMatchObject({ name: 'DiskError', code: 'ENOENT' });
  });
});

it('what is kept on this machine is for its user alone, and other things are left out', async () => {
  const folder = join(newFolder(), 'words');
  const disk = await realDisk(folder);
  await written(disk, 'a', 'text');
  mkdirSync(join(folder, 'sub'));
  expect([folder, join(folder, 'a')].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
  expect(await namesIn(disk)).toEqual(['a']);
});

it('a folder that cannot be made is said', async () => {
  const disk = await realDisk(newFolder());
  await written(disk, 'file', '');
  await expect(realDisk(join(folders[0] ?? '', 'file', 'below'))).rejects.toBeInstanceOf(DiskError);
});
