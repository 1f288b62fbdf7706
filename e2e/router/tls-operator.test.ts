/** An operator's certificate over real TLS: read from files, and read again when they change. */
import { rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { authorityOf } from '../../src/router/tls/authority.ts';
import { issue } from '../../src/router/tls/leaf.ts';
import { makeAuthority } from '../../src/router/tls/make-authority.ts';
import { operatorPair } from '../../src/router/tls/operator-pair.ts';
import { checkPair, type LivePair, type Pair } from '../../src/router/tls/pair.ts';
import { getSecurely, handshake, quiet, type RunningSecurely, startSecurely } from './https.ts';
import { get, temporaryDirectory } from './setting.ts';

const NAME = 'files.shelter.internal';
const authority = authorityOf(makeAuthority(Buffer.alloc(32, 5), 'shelter.internal'));
const until = (year: number) =>
  issue(
    authority,
    { dns: [NAME], ip: ['192.168.42.1'] },
    { notBefore: new Date('2020-01-01'), notAfter: new Date(`${year}-01-01`) },
  );

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let running: RunningSecurely;
let live: LivePair;

const path = (name: string) => join(directory.path, name);
const write = async ({ cert, key }: Pair) => {
  await writeFile(path('cert.pem'), cert);
  await writeFile(path('key.pem'), key);
};
const yearServed = async () =>
  new Date((await handshake(running.securePort, authority.pem, NAME)).valid_to).getUTCFullYear();
const status = async () => JSON.parse((await get(running.port, '/status.json')).body).tls;

beforeEach(async () => {
  directory = await temporaryDirectory();
  const first = await until(2040);
  await write(first);
  const checked = checkPair(first);
  if ('problem' in checked) throw new Error(checked.problem);
  live = operatorPair({ cert: path('cert.pem'), key: path('key.pem') }, checked, quiet, 5);
  running = await startSecurely({ hostname: 'hikyaku.internal', pair: live });
});
afterEach(async () => {
  await running.router.stop();
  await directory.remove();
});

const changed = () => new Promise((resolve) => live.onChange(resolve));
const refused = () => vi.waitFor(() => expect(live.problem()).toBeDefined(), { timeout: 20_000, interval: 5 });

it('is served and shown with its end date; nobody has to trust anything', async () => {
  expect(await yearServed()).toBe(2040);
  expect(await status()).toEqual({
    state: 'on',
    port: running.securePort,
    certificate: 'operator',
    names: [NAME, '192.168.42.1'],
    expires: '2040-01-01T00:00:00.000Z',
    days_left: expect.any(Number),
  });
  // The certificate does not carry the name of the flag, so the address uses the name it does carry.
  expect(JSON.parse((await get(running.port, '/https.json')).body)).toMatchObject({
    urls: [`https://${NAME}:${running.securePort}/`],
    own: false,
  });
  expect((await get(running.port, '/trust')).body).not.toContain('ca.crt');
  expect((await get(running.port, '/ca.crt')).status).not.toBe(200);
});

it('a new pair is served without a restart', async () => {
  const done = changed();
  await write(await until(2041));
  await done;
  expect(await yearServed()).toBe(2041);
  expect((await status()).expires).toBe('2041-01-01T00:00:00.000Z');
});

it('a symbolic link that moves to another file is noticed', async () => {
  const { cert, key } = await until(2042);
  await writeFile(path('new-cert.pem'), cert);
  await writeFile(path('new-key.pem'), key);
  const done = changed();
  for (const file of ['key.pem', 'cert.pem']) {
    await symlink(path(`new-${file}`), path('link'));
    await rename(path('link'), path(file));
  }
  await done;
  expect(await yearServed()).toBe(2042);
});

describe('a bad new pair leaves the old one in use, and is reported', () => {
  it.each<[string, () => Promise<void>]>([
    ['a key of another certificate', async () => writeFile(path('key.pem'), (await until(2043)).key)],
    ['half a certificate', async () => writeFile(path('cert.pem'), (await until(2043)).cert.slice(0, 300))],
    ['no certificate', () => rename(path('cert.pem'), path('gone.pem'))],
  ])('%s', async (_, spoil) => {
    await spoil();
    await refused();
    expect(await yearServed()).toBe(2040);
    expect((await status()).problem).toBe(live.problem());
    expect((await get(running.port, '/status')).body).toContain(live.problem());

    const done = changed();
    await write(await until(2044));
    await done;
    expect(live.problem()).toBeUndefined();
    expect(await yearServed()).toBe(2044);
  });
});

it('a Host header that no URL can hold is left out, under a wildcard as well', async () => {
  const pair = await issue(
    authority,
    { dns: ['*.shelter.internal'], ip: [] },
    { notBefore: new Date('2020-01-01'), notAfter: new Date('2041-01-01') },
  );
  const taken = changed();
  await write(pair);
  await taken;
  for (const path of ['/https.json', '/trust', '/healthz'])
    expect((await get(running.port, path, { Host: 'xn--a.shelter.internal:8443' })).status, path).not.toBe(500);
  expect((await get(running.port, '/https.json', { Host: 'east.shelter.internal:8080' })).body).toContain(
    'https://east.shelter.internal:',
  );
});

describe('a name that only the certificate makes ours', () => {
  const ofExample = authorityOf(makeAuthority(Buffer.alloc(32, 6), 'shelter.example'));
  const certify = async (...dns: readonly string[]) => {
    const years = { notBefore: new Date('2020-01-01'), notAfter: new Date('2041-01-01') };
    const taken = changed();
    await write(await issue(ofExample, { dns, ip: [] }, years));
    await taken;
  };
  // With the port, as browsers name it here: without one, a foreign name on plain HTTP is for the captive portal.
  const plainly = async (name: string) =>
    (await get(running.port, '/status.json', { Host: `${name}:${running.port}` })).status;
  const securely = async (name: string, servername: string) => {
    const host = { Host: `${name}:${running.securePort}` };
    return (await getSecurely(running.securePort, '/status.json', ofExample.pem, host, servername)).status;
  };

  it('is answered on both ports, from the moment that the certificate is in use', async () => {
    const name = 'files.shelter.example';
    expect(await plainly(name)).toBe(421);
    await certify(name);
    expect([await plainly(name), await securely(name, name)]).toEqual([200, 200]);
    for (const other of ['shelter.example', 'evil.example', `${name}.evil.example`])
      expect([await plainly(other), await securely(other, name)], other).toEqual([421, 421]);
    const withdrawn = changed();
    await write(await until(2042));
    await withdrawn;
    expect(await plainly(name)).toBe(421);
  });

  it('may be any of one label under a wildcard, and no other', async () => {
    await certify('*.shelter.example');
    const name = 'east.shelter.example';
    expect([await plainly(name), await securely(name, name)]).toEqual([200, 200]);
    for (const other of ['shelter.example', 'a.east.shelter.example', 'east.evil.example'])
      expect([await plainly(other), await securely(other, name)], other).toEqual([421, 421]);
  });
});
