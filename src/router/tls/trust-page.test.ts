import { describe, expect, it } from 'vitest';
import { TRUST } from '../languages/dictionaries.ts';
import { type Language, OFFERED } from '../pages/language.ts';
import { authorityOf } from './authority.ts';
import { makeAuthority } from './make-authority.ts';
import { trustPage as answer, type TrustFacts } from './trust-page.ts';

const authority = authorityOf(makeAuthority(Buffer.alloc(32, 7), 'hikyaku.internal'));
const url = 'https://hikyaku.internal:8443/';
const trustPage = (facts: TrustFacts): string => answer(facts).body;
const spokenIn = (language: Language) => ({ language, named: false, words: TRUST[language] });
const page = (language: Language) => trustPage({ ...spokenIn(language), system: 'android', url, authority });

describe.each(OFFERED)('the page in %s', (language) => {
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
    const known = trustPage({ ...spokenIn(language), system: undefined, url });
    expect(known).toContain(url);
    expect(known).not.toContain('ca.crt');
    const off = trustPage({ ...spokenIn(language), system: undefined });
    expect(off).not.toMatch(/ca\.crt|https:/);
  });
});
