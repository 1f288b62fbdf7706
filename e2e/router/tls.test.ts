/** The router's own certificates over real TLS: made, kept, renewed, limited. */
import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Authority, authorityOf } from '../../src/router/tls/authority.ts';
import type { Certified } from '../../src/router/tls/https.ts';
import { Keep } from '../../src/router/tls/keep.ts';
import { issue } from '../../src/router/tls/leaf.ts';
import { makeAuthority } from '../../src/router/tls/make-authority.ts';
import { ownPair } from '../../src/router/tls/own-pair.ts';
import { periodAt } from '../../src/router/tls/validity.ts';
import { BUILT, certified, getSecurely, HOSTNAME, handshake, quiet, startSecurely } from './https.ts';
import { fakeApp, get, start, temporaryDirectory } from './setting.ts';

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
const ends: (() => Promise<void>)[] = [];

beforeEach(async () => {
  directory = await temporaryDirectory();
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await directory.remove();
});

const path = (name: string) => join(directory.path, name);
const own = (name = 'data', meshKey?: string, ...flags: string[]) =>
  certified(['--data-dir', path(name), ...flags], meshKey);

async function serve(what: Certified, appDirectory?: string) {
  const running = await startSecurely(what, appDirectory === undefined ? {} : { appDirectory });
  ends.push(() => running.router.stop());
  return running;
}

function authorityIn({ authority }: Certified): Authority {
  if (authority === undefined) throw new Error('the certificate is not of the own making');
  return authority;
}

describe('a router without a certificate', () => {
  it('makes one that is valid under its name, for those who trust its authority', async () => {
    const what = await own();
    const { securePort } = await serve(what);
    const certificate = await handshake(securePort, authorityIn(what).pem);
    expect(certificate.subjectaltname).toBe(`DNS:${HOSTNAME}`); // loopback does not count as an address of a router
    await expect(handshake(securePort, authorityIn(what).pem, 'other.internal')).rejects.toThrow(/does not match/);
    const stranger = authorityOf(makeAuthority(Buffer.alloc(32), HOSTNAME));
    await expect(handshake(securePort, stranger.pem)).rejects.toThrow(/unable to verify|signature/);
  });

  it('keeps it over a restart, readable for nobody else', async () => {
    const [first, second] = [await own(), await own()];
    expect(authorityIn(second).fingerprint).toBe(authorityIn(first).fingerprint);
    expect(second.pair.current().pair).toEqual(first.pair.current().pair);
    const files = await readdir(path('data/tls'));
    expect(files.sort()).toEqual(['authority.json', 'pair.pem']);
    for (const file of files) expect((await stat(path(`data/tls/${file}`))).mode & 0o777).toBe(0o600);
    expect((await stat(path('data/tls'))).mode & 0o777).toBe(0o700);
  });

  it.each(['authority.json', 'pair.pem'])('replaces a damaged file: %s', async (file) => {
    const before = await own();
    const text = await readFile(path(`data/tls/${file}`), 'utf8');
    await writeFile(path(`data/tls/${file}`), text.slice(0, text.length / 2));
    const { securePort } = await serve(await own());
    const after = await own();
    expect(after.pair.current().pair).not.toEqual(before.pair.current().pair);
    await handshake(securePort, authorityIn(after).pem);
  });

  it('makes a new authority for another name, because the old one may not sign it', async () => {
    const [before, after] = [await own(), await own('data', undefined, '--hostname', 'shelter.internal')];
    expect(authorityIn(after).fingerprint).not.toBe(authorityIn(before).fingerprint);
    const { securePort } = await serve(after);
    await handshake(securePort, authorityIn(after).pem, 'shelter.internal');
  });

  it('serves HTTPS although nothing can be stored', async () => {
    await writeFile(path('file'), '');
    const what = await own('file/data');
    const { securePort } = await serve(what);
    await handshake(securePort, authorityIn(what).pem);
  });

  it('leaves HTTP as it is when the port is taken', async () => {
    const { securePort } = await serve(await own());
    const second = await startSecurely(await own('other'), {}, securePort);
    ends.push(() => second.router.stop());
    const { tls } = JSON.parse((await get(second.port, '/status.json')).body);
    expect(tls).toEqual({
      state: 'failed',
      reason: `port ${securePort} cannot be listened on (EADDRINUSE); see --https-port`,
    });
    expect(JSON.parse((await get(second.port, '/https.json')).body).urls).toEqual([]);
    expect((await get(second.port, '/ca.crt')).status).not.toBe(200);
  });
});

// Deriving from a mesh key is slow on purpose, and happens here three times.
it('routers with the same mesh key have the same authority, and certificates of their own', async () => {
  const key = 'a key of this test';
  const [one, two] = [await own('1', key), await own('2', key)];
  expect(authorityIn(two).pem).toBe(authorityIn(one).pem);
  expect(two.pair.current().pair.key).not.toBe(one.pair.current().pair.key);
  for (const what of [one, two]) await handshake((await serve(what)).securePort, authorityIn(one).pem);
  // What was stored for one key is not used for another, nor without one.
  expect(authorityIn(await own('1', 'the key of another mesh')).pem).not.toBe(authorityIn(one).pem);
  expect(authorityIn(await own('2')).pem).not.toBe(authorityIn(one).pem);
}, 120_000);

it('a new address is in the certificate without a restart', async () => {
  const authority = authorityOf(makeAuthority(Buffer.alloc(32, 1), HOSTNAME));
  let addresses = ['192.168.42.1'];
  const pair = await ownPair({
    authority,
    keep: new Keep(path('data')),
    addresses: () => addresses,
    built: BUILT,
    log: quiet,
    lookMs: 5,
  });
  const { securePort } = await serve({ hostname: HOSTNAME, authority, pair });
  expect((await handshake(securePort, authority.pem)).subjectaltname).toBe(`DNS:${HOSTNAME}, IP Address:192.168.42.1`);
  const changed = new Promise((resolve) => pair.onChange(resolve));
  addresses = ['192.168.50.1', '10.7.0.1'];
  await changed;
  expect((await handshake(securePort, authority.pem)).subjectaltname).toBe(
    `DNS:${HOSTNAME}, IP Address:192.168.50.1, IP Address:10.7.0.1`,
  );
});

it('a certificate that nears its end is renewed while the router runs', async () => {
  const authority = authorityOf(makeAuthority(Buffer.alloc(32, 1), HOSTNAME));
  let now = new Date('2027-01-01T00:00:00Z');
  const options = { authority, keep: new Keep(path('data')), addresses: () => [], built: BUILT, log: quiet };
  const pair = await ownPair({ ...options, now: () => now, lookMs: 5 });
  const before = pair.current().facts.notAfter;
  const changed = new Promise((resolve) => pair.onChange(resolve));
  now = new Date(before.getTime() - 100 * 86_400_000);
  await changed;
  pair.stop();
  expect(pair.current().facts.notAfter > before).toBe(true);
});

describe('as OpenSSL sees it', () => {
  const authority = authorityOf(makeAuthority(Buffer.alloc(32, 1), HOSTNAME));
  const verify = async (names: { dns: string[]; ip: string[] }, purpose = 'sslserver') => {
    const { cert } = await issue(authority, names, periodAt(new Date(), BUILT));
    await writeFile(path('ca.pem'), authority.pem);
    await writeFile(path('leaf.pem'), cert);
    const words = ['verify', '-x509_strict', '-purpose', purpose, '-CAfile', path('ca.pem'), path('leaf.pem')];
    return promisify(execFile)('openssl', words).then(
      ({ stdout }) => stdout.trim().split(': ').at(-1),
      ({ stderr }) => /error \d+ at \d depth lookup: (.*)/.exec(stderr)?.[1],
    );
  };

  it('the name and private addresses are good', async () => {
    expect(await verify({ dns: [HOSTNAME], ip: ['10.0.0.1', '172.16.9.1', '192.168.42.1'] })).toBe('OK');
  });

  it.each([
    [{ dns: ['bank.example'], ip: [] }],
    [{ dns: [HOSTNAME, 'bank.example'], ip: [] }],
    [{ dns: ['internal'], ip: [] }],
    [{ dns: [HOSTNAME], ip: ['203.0.113.7'] }],
    [{ dns: [HOSTNAME], ip: ['172.32.0.1'] }],
  ])('%j is not', async (names) => {
    expect(await verify(names)).toBe('permitted subtree violation');
  });

  it('it is valid neither for mail nor for clients', async () => {
    expect(await verify({ dns: [HOSTNAME], ip: [] }, 'smimesign')).toMatch(/unsuitable|unsupported.*purpose/);
    expect(await verify({ dns: [HOSTNAME], ip: [] }, 'sslclient')).toMatch(/unsuitable|unsupported.*purpose/);
  });

  it('critical constraints, no authority below, P-256', async () => {
    await writeFile(path('ca.pem'), authority.pem);
    const { stdout } = await promisify(execFile)('openssl', ['x509', '-in', path('ca.pem'), '-noout', '-text']);
    expect(stdout).toMatch(/Name Constraints: critical\s+Permitted:\s+DNS:hikyaku\.internal\s+IP:10\.0\.0\.0/);
    expect(stdout).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:0/);
    expect(stdout).toContain('NIST CURVE: P-256');
  });
});

describe('what people and the app are shown', () => {
  it('the certificate to trust, as the types that phones act on', async () => {
    const what = await own();
    const { port } = await serve(what);
    const crt = await get(port, '/ca.crt');
    expect(crt.headers).toMatchObject({
      'content-type': 'application/x-x509-ca-cert',
      'content-disposition': 'inline; filename="hikyaku-ca.crt"',
      'content-length': String(authorityIn(what).certificate.raw.length),
    });
    const profile = await get(port, '/ca.mobileconfig');
    expect(profile.headers['content-type']).toBe('application/x-apple-aspen-config');
    const data = Buffer.from(/<data>(.*)<\/data>/.exec(profile.body)?.[1] ?? '', 'base64');
    expect(new X509Certificate(data).fingerprint256).toBe(authorityIn(what).fingerprint);
  });

  it('the page, in the requested language, under the strict policy', async () => {
    const { port, securePort } = await serve(await own());
    const page = await get(port, '/trust', { 'Accept-Language': 'ja' });
    expect(page.body).toContain('<html lang="ja" dir="ltr">');
    expect(page.body).toContain(`href="https://${HOSTNAME}:${securePort}/"`);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await get(port, '/trust?lang=en', { 'Accept-Language': 'ja' })).body).toContain(
      '<html lang="en" dir="ltr">',
    );
    expect((await get(port, '/trust.css')).headers['content-type']).toBe('text/css; charset=utf-8');
  });

  it('the state, with the end of the certificate and the digits to compare', async () => {
    const what = await own();
    const { port, securePort } = await serve(what);
    const { tls } = JSON.parse((await get(port, '/status.json')).body);
    expect(tls).toEqual({
      state: 'on',
      port: securePort,
      certificate: 'own',
      names: [HOSTNAME],
      expires: what.pair.current().facts.notAfter.toISOString(),
      days_left: expect.any(Number),
      authority: authorityIn(what).fingerprint,
    });
    expect((await get(port, '/status')).body).toContain(authorityIn(what).fingerprint);
  });

  it('the addresses to try; a page on plain HTTP, and no other, may try them', async () => {
    await fakeApp(directory.path);
    const what = await own();
    const { port, securePort } = await serve(what, directory.path);
    const url = `https://${HOSTNAME}:${securePort}/`;
    expect(JSON.parse((await get(port, '/https.json')).body)).toEqual({
      urls: [url],
      own: true,
      plain: `http://127.0.0.1:${port}/`,
      expires: what.pair.current().facts.notAfter.getTime(),
    });
    const plain = await get(port, '/', { Host: '192.168.42.1:8080' });
    expect(plain.headers['content-security-policy']).toContain(
      `connect-src 'self' ws://192.168.42.1:8080 ${url.slice(0, -1)};`,
    );
    const { pem } = authorityIn(what);
    const secure = await getSecurely(securePort, '/', pem);
    expect(secure.headers['content-security-policy']).toContain(`connect-src 'self' wss://${HOSTNAME}:${securePort};`);
    const allowed = async (origin: string, asked = '/healthz') =>
      (await getSecurely(securePort, asked, pem, { Origin: origin })).headers['access-control-allow-origin'];
    for (const origin of ['http://192.168.42.1:8080', `http://${HOSTNAME}:8080`, `http://${HOSTNAME}`])
      expect(await allowed(origin)).toBe(origin);
    for (const origin of ['http://bank.example', 'https://192.168.42.1', 'http://203.0.113.7', 'null', ''])
      expect(await allowed(origin)).toBeUndefined();
    expect(await allowed('http://192.168.42.1:8080', '/status.json')).toBeUndefined();
    expect((await getSecurely(securePort, '/healthz', pem)).headers.vary).toBe('Origin');
  });

  it('nothing to trust where HTTPS is off; and odd requests get an answer', async () => {
    await fakeApp(directory.path);
    const { router, port } = await start({}, { appDirectory: directory.path });
    ends.push(() => router.stop());
    expect((await get(port, '/ca.crt')).status).toBe(404);
    expect((await get(port, '/ca.mobileconfig')).status).toBe(404);
    expect((await get(port, '/trust?lang=%')).body).not.toContain('ca.crt');
    expect(JSON.parse((await get(port, '/https.json')).body)).toEqual({
      urls: [],
      own: false,
      expires: 0,
      plain: `http://127.0.0.1:${port}/`,
    });
    expect((await get(port, '//')).status).toBe(404);
  });
});
