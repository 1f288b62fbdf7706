/**
 * HTTPS with the router's own authority, in browsers that trust it: what they must accept, and what they must refuse.
 */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Authority } from '../../src/router/tls/authority.ts';
import { Keep } from '../../src/router/tls/keep.ts';
import { issue } from '../../src/router/tls/leaf.ts';
import { periodAt } from '../../src/router/tls/validity.ts';
import { temporaryFolder } from '../drive/files.ts';
import { FIREFOX } from '../drive/firefox.ts';
import { Phone, type PhoneOptions } from '../drive/phone.ts';
import { Router } from '../drive/router.ts';
import { secureUrlOf, Trust, whyNoTrust } from '../drive/trusted.ts';

const HOSTNAME = 'hikyaku.internal';
const OTHER = 'bank.example';
const BUILT = new Date('2026-01-01T00:00:00Z');
const NOW = new Date();

let data: Awaited<ReturnType<typeof temporaryFolder>>;
let router: Router;
let authority: Authority;
let url: string;
let trusting: Trust;
const servers: Server[] = [];

beforeAll(async () => {
  if (whyNoTrust !== undefined) return;
  data = await temporaryFolder('secure-router');
  router = await Router.start(['--https-port', '0', '--data-dir', data.path]);
  url = await secureUrlOf(router);
  const kept = new Keep(data.path).authority();
  if (kept === undefined) throw new Error('the router kept no authority');
  authority = kept.authority;
  trusting = await Trust.in(authority.pem, [HOSTNAME, OTHER]);
});

afterAll(async () => {
  for (const server of servers) server.close();
  await router?.stop();
  await trusting?.remove();
  await data?.remove();
});

/** The address of a page with a certificate for this name, signed with the router's authority. */
async function pageOf(name: string, clock: Date): Promise<string> {
  const pair = await issue(authority, { dns: [name], ip: [] }, periodAt(clock, BUILT));
  const server = createServer(pair, (_, response) => response.end('<!doctype html><title>opened</title>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return `https://${name}:${(server.address() as AddressInfo).port}/`;
}

const browsers: readonly [NonNullable<PhoneOptions['browser']>, RegExp, RegExp][] = [
  ['chromium', /ERR_CERT_INVALID/, /ERR_CERT_AUTHORITY_INVALID/],
  ['firefox', /SEC_ERROR_CERT_NOT_IN_NAME_SPACE/, /SEC_ERROR_UNKNOWN_ISSUER/],
];

describe.each(browsers)('%s', (browser, notInNameSpace, unknownIssuer) => {
  const missing = browser === 'firefox' && !existsSync(FIREFOX) ? 'firefox-esr is not installed' : whyNoTrust;
  beforeEach(({ skip }) => skip(missing !== undefined, missing));
  let phone: Phone;

  beforeAll(async () => {
    if (missing === undefined) phone = await Phone.start('Aki', { ...trusting.options, browser });
  });
  afterAll(() => phone?.close());

  it('opens the app in a secure context', async () => {
    await phone.open(url);
    await phone.waitForStatus('Online');
    expect(await phone.evaluate('isSecureContext && typeof crypto.subtle')).toBe('object');
    expect(await phone.evaluate('typeof navigator.storage.getDirectory')).toBe('function');
    expect(phone.uncaught()).toEqual([]);
  });

  it('accepts the certificate of a router that does not know the date', async () => {
    await phone.open(await pageOf(HOSTNAME, new Date(0)));
    expect(await phone.evaluate('document.title + isSecureContext')).toBe('openedtrue');
  });

  it('refuses a certificate for another name, although the same authority signed it', async () => {
    await phone.open(await pageOf(HOSTNAME, NOW));
    expect(await phone.evaluate('document.title')).toBe('opened');
    await expect(phone.open(await pageOf(OTHER, NOW))).rejects.toThrow(notInNameSpace);
  });

  it('refuses the router where it is not trusted', async () => {
    const nobody = await Trust.in(undefined, [HOSTNAME]);
    const stranger = await Phone.start('Haru', { ...nobody.options, browser });
    try {
      await expect(stranger.open(url)).rejects.toThrow(unknownIssuer);
    } finally {
      await stranger.close();
      await nobody.remove();
    }
  });
});
