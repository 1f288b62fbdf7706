import type * as Fs from 'node:fs';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readIfThere, replaceFile } from './files.ts';

/** Called in place of the system's calls of these names. */
const instead = vi.hoisted(() => new Map<'fsync' | 'rm' | 'fchmod', () => void>());
const failWith = (code: string) => (): never => {
  throw Object.assign(new Error(code), { code });
};

vi.mock('node:fs', async (original) => {
  const real = await original<typeof Fs>();
  return {
    ...real,
    fchmodSync: (file: number, mode: number) => (instead.get('fchmod') ?? (() => real.fchmodSync(file, mode)))(),
    fsyncSync: (file: number) => (instead.get('fsync') ?? (() => real.fsyncSync(file)))(),
    rmSync: (path: string, options: Fs.RmOptions) => (instead.get('rm') ?? (() => real.rmSync(path, options)))(),
  };
});
afterAll(() => void vi.doUnmock('node:fs'));

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hikyaku-files-'));
});
afterEach(() => {
  instead.clear();
  rmSync(directory, { recursive: true });
});
const path = (name: string): string => join(directory, name);

it('makes a file for this user alone, and leaves nothing beside it', () => {
  replaceFile(path('key'), 'one\n');
  replaceFile(path('key'), '二\n');
  expect(readFileSync(path('key'), 'utf8')).toBe('二\n');
  expect(statSync(path('key')).mode & 0o777).toBe(0o600);
  expect(readdirSync(directory)).toEqual(['key']);
});

it('takes neither text nor mode from a file that a power cut left beside it', () => {
  writeFileSync(path('key.new'), 'half of a much longer text', { mode: 0o644 });
  replaceFile(path('key'), 'whole');
  expect(readFileSync(path('key'), 'utf8')).toBe('whole');
  expect(statSync(path('key')).mode & 0o777).toBe(0o600);
});

it('leaves the old file unchanged, and nothing beside it, when it cannot be replaced', () => {
  mkdirSync(path('key'));
  writeFileSync(join(path('key'), 'inside'), 'old');
  expect(() => replaceFile(path('key'), 'new')).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(readdirSync(directory)).toEqual(['key']);
  expect(readFileSync(join(path('key'), 'inside'), 'utf8')).toBe('old');
  expect(() => replaceFile(join(directory, 'nowhere', 'key'), 'new')).toThrow('ENOENT');
});

it.each([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'EINVAL',
  'ENOSYS',
])('keeps the text where a file system refuses modes and waiting with %s', (code) => {
  instead.set('fchmod', failWith(code)).set('fsync', failWith(code));
  replaceFile(path('key'), 'one');
  expect(readFileSync(path('key'), 'utf8')).toBe('one');
  expect(readdirSync(directory)).toEqual(['key']);
});

it('keeps the old file where the disk fails', () => {
  replaceFile(path('key'), 'old');
  instead.set('fsync', failWith('EIO'));
  expect(() => replaceFile(path('key'), 'new')).toThrow('EIO');
  expect(readFileSync(path('key'), 'utf8')).toBe('old');
  expect(readdirSync(directory)).toEqual(['key']);
});

it('tells of the first failure, also where it cannot tidy up after it', () => {
  instead.set('fsync', () => {
    instead.set('rm', failWith('EROFS'));
    failWith('EIO')();
  });
  expect(() => replaceFile(path('key'), 'new')).toThrow('EIO');
});

it('reads an unreadable file as empty', () => {
  expect([readIfThere(path('none')), readIfThere(directory)]).toEqual(['', '']);
});
