import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadIdentity, nextIncarnation, renewIdentity } from './identity.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hikyaku-identity-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

it('is made once and kept, readable only by its owner', () => {
  const data = join(directory, 'deep', 'data');
  const first = loadIdentity(data);
  expect(first).toMatchObject({ passport: { id: expect.stringMatching(/^[\w-]{16}$/) } });
  expect(loadIdentity(data).passport).toMatchObject({ id: first.passport.id, key: first.passport.key });
  expect(readdirSync(data)).toEqual(['router-id']);
  expect(statSync(join(data, 'router-id')).mode & 0o777).toBe(0o600);
});

it('is made anew when the file holds no id', () => {
  writeFileSync(join(directory, 'router-id'), '<html>');
  const made = loadIdentity(directory);
  expect(made.temporary).toBeUndefined();
  expect(loadIdentity(directory).passport.id).toBe(made.passport.id);
});

it('is temporary, with the reason, where nothing can be written', () => {
  writeFileSync(join(directory, 'file'), '');
  expect(loadIdentity(join(directory, 'file', 'data'))).toMatchObject({
    passport: { id: expect.stringMatching(/^[\w-]{16}$/) },
    temporary: expect.stringContaining('ENOTDIR'),
  });
});

it('can be replaced by another one, which is kept', () => {
  const { id } = loadIdentity(directory).passport;
  const next = renewIdentity(directory);
  expect(next.id).not.toBe(id);
  expect(loadIdentity(directory).passport.id).toBe(next.id);
});

it('distinguishes each life of the router from earlier ones, also on copies of one disk', () => {
  const lives = [1, 2, 3].map(() => nextIncarnation(directory));
  expect(lives).toEqual([...lives].sort());
  for (const life of lives) expect(life).toMatch(/^[0-9a-f]{16}$/);
  writeFileSync(join(directory, 'starts'), '1');
  const copy = nextIncarnation(directory);
  expect(copy.slice(0, 8)).toBe(lives[1]?.slice(0, 8));
  expect(copy).not.toBe(lives[1]);
});

it('counts from the beginning when the count is damaged or cannot be stored', () => {
  writeFileSync(join(directory, 'starts'), 'zero');
  expect(nextIncarnation(directory).slice(0, 8)).toBe('00000001');
  expect(nextIncarnation(join(directory, 'nowhere')).slice(0, 8)).toBe('00000001');
});
