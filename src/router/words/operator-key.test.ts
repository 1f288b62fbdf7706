import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { operatorKey } from './operator-key.ts';

let folders: string[];
beforeEach(() => {
  folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'hikyaku-operator-')));
});
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
const [one, other] = [
  (key?: string) => operatorKey(folders[0] ?? '', key),
  (key?: string) => operatorKey(folders[1] ?? '', key),
];

it('without a mesh key each router has its own, and keeps it for its user alone', async () => {
  const key = await one();
  expect(await one()).toBe(key);
  expect(await other()).not.toBe(key);
  expect(statSync(join(folders[0] ?? '', 'operator-key')).mode & 0o777).toBe(0o600);
});

it('routers of one mesh have the same, in whatever form the letters of the key are', async () => {
  const key = await one('Caf\u00e9 am See');
  expect(await other('Cafe\u0301 am See')).toBe(key);
  const file = join(folders[0] ?? '', 'operator-key');
  const written = readFileSync(file, 'utf8');
  expect(await one('Caf\u00e9 am See')).toBe(key);
  expect(readFileSync(file, 'utf8')).toBe(written); // it was not made anew
  expect(written).not.toContain('See');
});

it('is another one for another mesh key, and without one, and when what was kept is damaged', async () => {
  const keys = [await one(), await one('first mesh key'), await one('second mesh key')];
  writeFileSync(join(folders[0] ?? '', 'operator-key'), 'chance\nno key\n');
  keys.push(await one());
  expect(new Set(keys).size).toBe(4);
  expect(readdirSync(folders[0] ?? '')).toEqual(['operator-key']);
});
