import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isTrustedFor } from './trust.ts';

const pem = (name: string) => readFileSync(new URL(`./fixture/${name}.pem`, import.meta.url), 'utf8');

it('a certificate by somebody else, for the name, is one that phones may trust', () => {
  expect(isTrustedFor('files.example.org', pem('leaf'))).toBe(true);
  expect(isTrustedFor('east.shelter.example.org', pem('leaf'))).toBe(true);
});

it('one for another name, one by itself, or none at all is not', () => {
  expect(isTrustedFor('hikyaku.internal', pem('leaf'))).toBe(false);
  expect(isTrustedFor('Authority of a test', pem('self-signed'))).toBe(false);
  expect(isTrustedFor('files.example.org', 'no certificate')).toBe(false);
});

it('the chain behind the first certificate changes nothing', () => {
  expect(isTrustedFor('files.example.org', pem('leaf') + pem('self-signed'))).toBe(true);
});
