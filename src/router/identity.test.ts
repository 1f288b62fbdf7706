import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadIdentity } from './identity.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hikyaku-identity-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

it('is made once and kept, readable by its owner only', () => {
  const data = join(directory, 'deep', 'data');
  const first = loadIdentity(data);
  expect(first).toEqual({ id: expect.stringMatching(/^[\w-]{16}$/) });
  expect(loadIdentity(data)).toEqual(first);
  expect(readdirSync(data)).toEqual(['router-id']);
  expect(statSync(join(data, 'router-id')).mode & 0o777).toBe(0o600);
});

it('is made anew when what is kept is none', () => {
  writeFileSync(join(directory, 'router-id'), '<html>');
  const made = loadIdentity(directory);
  expect(made.temporary).toBeUndefined();
  expect(loadIdentity(directory)).toEqual(made);
});

it('is temporary, and says why, where nothing can be written', () => {
  writeFileSync(join(directory, 'file'), '');
  expect(loadIdentity(join(directory, 'file', 'data'))).toEqual({
    id: expect.stringMatching(/^[\w-]{16}$/),
    temporary: expect.stringContaining('ENOTDIR'),
  });
});
