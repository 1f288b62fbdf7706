import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../machine/log.ts';
import { Keep } from './keep.ts';
import { ownAuthority } from './own-authority.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hikyaku-authority-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

async function begin(hostname = 'hikyaku.internal', meshKey?: string) {
  const lines: string[] = [];
  const log = createLog('warn', (line) => lines.push(line));
  return { authority: await ownAuthority(hostname, meshKey, new Keep(directory), log), said: lines.join('') };
}
const file = () => join(directory, 'tls', 'authority.json');
const ANEW = 'phones that trusted the old one must trust this router anew';

describe('a new authority in place of one that phones trusted is said', () => {
  it.each([
    ['emptied', () => writeFileSync(file(), '')],
    ['cut', () => writeFileSync(file(), '{"hostname":')],
    [
      'taken away, while its certificate is still there',
      () => {
        unlinkSync(file());
        writeFileSync(join(directory, 'tls', 'pair.pem'), '');
      },
    ],
  ])('when what was kept is %s', async (_, harm) => {
    const { authority: before } = await begin();
    harm();
    const { authority, said } = await begin();
    expect(authority.fingerprint).not.toBe(before.fingerprint);
    expect(said).toContain(`a new authority (the one that was kept is damaged or gone): ${ANEW}`);
    expect((await begin()).said).toBe('');
  });

  it('when the name or the mesh key is another one', async () => {
    await begin();
    expect((await begin('shelter.internal')).said).toContain(`(the name in --hostname is another one): ${ANEW}`);
    expect((await begin('shelter.internal', 'a key of this test')).said).toContain(
      `(the mesh key is another one): ${ANEW}`,
    );
  });
});

it('the first one, and one made again from the mesh key, are no loss', async () => {
  expect((await begin()).said).toBe('');
  const { authority: before } = await begin('hikyaku.internal', 'a key of this test');
  writeFileSync(file(), '');
  const { authority, said } = await begin('hikyaku.internal', 'a key of this test');
  expect(authority.fingerprint).toBe(before.fingerprint);
  expect(said).toBe('');
});
