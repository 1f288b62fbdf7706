import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { folderBytes } from './folder-size.ts';

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
