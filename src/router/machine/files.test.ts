import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readIfThere, replaceFile } from './files.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hikyaku-files-'));
});
afterEach(() => rmSync(directory, { recursive: true }));
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

it('reads an unreadable file as empty', () => {
  expect([readIfThere(path('none')), readIfThere(directory)]).toEqual(['', '']);
});
