import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { folderBytes } from './folder-size.ts';

const reads = vi.hoisted(() => ({ count: 0 }));

/** Two things that root, and a small disk, cannot make: a folder that lets nobody in, and one of a million entries. */
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const lstatSync = (path: string) => {
    if (path.includes('closed')) throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
    return real.lstatSync(path);
  };
  const oneMore = { isDirectory: () => false, isFile: () => false, name: 'one more' };
  const opendirSync = (path: string) => {
    const open = real.opendirSync(path);
    if (!path.includes('endless')) return open;
    const readSync = () => (++reads.count > 1_000_000 ? null : oneMore);
    return { readSync, closeSync: () => open.closeSync() };
  };
  return { ...real, lstatSync, opendirSync };
});
afterAll(() => void vi.doUnmock('node:fs'));

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hikyaku-size-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

it('sums files in folders of any depth, and follows no link', () => {
  mkdirSync(join(directory, 'deep', 'deeper'), { recursive: true });
  writeFileSync(join(directory, 'one'), '1234');
  writeFileSync(join(directory, 'deep', 'deeper', 'two'), '12345');
  symlinkSync(directory, join(directory, 'round'));
  symlinkSync(join(directory, 'one'), join(directory, 'again'));
  expect(folderBytes(directory)).toBe(9);
});

it('is nothing where there is no folder, and ends where there are too many files', () => {
  expect(folderBytes(join(directory, 'nowhere'))).toBe(0);
  for (let n = 0; n < 1_005; n += 1) writeFileSync(join(directory, String(n)), '1');
  expect(folderBytes(directory)).toBe(1_000);
});

it('counts nothing of a folder that may be listed and not entered', () => {
  mkdirSync(join(directory, 'closed'));
  writeFileSync(join(directory, 'closed', 'one'), '1234');
  writeFileSync(join(directory, 'two'), '12345');
  expect(folderBytes(directory)).toBe(5);
});

it('does not read a folder to its end when that is far', () => {
  mkdirSync(join(directory, 'endless'));
  writeFileSync(join(directory, 'one'), '1234');
  expect(folderBytes(directory)).toBe(4);
  expect(reads.count).toBe(999); // the thousandth is one too many: two entries came before
});
