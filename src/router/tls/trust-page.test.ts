import { describe, expect, it } from 'vitest';
import { authorityOf } from './authority.ts';
import { makeAuthority } from './make-authority.ts';
import { appleProfile } from './profile.ts';
import { trustPage } from './trust-page.ts';
import { languageOf, systemOf, type TrustLanguage } from './words.ts';

const authority = authorityOf(makeAuthority(Buffer.alloc(32, 7), 'hikyaku.internal'));
const url = 'https://hikyaku.internal:8443/';
const page = (language: TrustLanguage) => trustPage({ language, system: 'android', url, authority });

describe.each(['en', 'ja'] as const)('the page in %s', (language) => {
  it('has no place left unfilled, and no script or style of its own', () => {
    expect(page(language)).not.toMatch(/\{\w+\}|undefined|<script|<style|style=/);
  });

  it('names the file for every system, the address, and the number to compare', () => {
    const html = page(language);
    expect(html.match(/href="\/ca\.crt"/g)).toHaveLength(4);
    expect(html.match(/href="\/ca\.mobileconfig"/g)).toHaveLength(1);
    expect(html).toContain(`href="${url}"`);
    const shown = /class="fingerprint"[^>]*>(.*?)<\/p>/.exec(html)?.[1]?.replace(/<\/?span>/g, '');
    expect(shown).toBe(authority.fingerprint.replaceAll(':', ' '));
  });

  it('opens the section of the own system, and puts it first', () => {
    const html = page(language);
    expect(html.match(/<details[^>]*>/g)?.[0]).toBe('<details open>');
    expect(html.match(/<details open>/g)).toHaveLength(1);
    expect(html.indexOf('Android')).toBeLessThan(html.indexOf('iPhone'));
  });

  it('asks for nothing where an operator has a certificate, or HTTPS is off', () => {
    const known = trustPage({ language, system: undefined, url });
    expect(known).toContain(url);
    expect(known).not.toContain('ca.crt');
    const off = trustPage({ language, system: undefined });
    expect(off).not.toMatch(/ca\.crt|https:/);
  });
});

it.each<[string | null, string | undefined, TrustLanguage]>([
  [null, 'ja', 'ja'],
  [null, 'ja-JP,ja;q=0.9,en;q=0.8', 'ja'],
  [null, 'fr-FR,en;q=0.4,ja;q=0.5', 'ja'],
  [null, 'ja;q=0,fr', 'en'],
  [null, 'fr', 'en'],
  [null, undefined, 'en'],
  [null, ';;,,q=;q=x', 'en'],
  ['ja', 'en', 'ja'],
  ['constructor', 'ja', 'ja'],
])('asked for %j with Accept-Language %j, it speaks %s', (asked, header, language) => {
  expect(languageOf(asked, header)).toBe(language);
});

it.each([
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1', 'apple'],
  ['Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140.0.0.0 Mobile Safari/537.36', 'android'],
  ['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'firefox'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15', 'mac'],
  ['Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36', undefined],
  [undefined, undefined],
])('%s is guessed to be %s', (agent, system) => {
  expect(systemOf(agent)).toBe(system);
});

it('the profile holds the certificate, and is the same each time', () => {
  const profile = appleProfile(authority);
  expect(appleProfile(authority)).toBe(profile);
  const data = /<data>(.*)<\/data>/.exec(profile)?.[1] ?? '';
  expect(Buffer.from(data, 'base64').equals(authority.certificate.raw)).toBe(true);
  const uuids = [...profile.matchAll(/PayloadUUID<\/key><string>(.*?)</g)].map(([, uuid]) => uuid);
  expect(new Set(uuids).size).toBe(2);
  for (const uuid of uuids)
    expect(uuid).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/);
});
