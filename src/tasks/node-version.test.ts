import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lacksNode } from './node-version.mjs';

test.each([
  ['>=20.19', '20.19.0'],
  ['>=20.19', '20.20.1'],
  ['>=20.19', '21.0.0'],
  ['>=20.19', '100.0.0'],
  ['>=20.19.2', '20.19.2'],
  ['>=20', '20.0.0'],
  ['>=20.19', '22.0.0-nightly20240101'],
])('%s is met by %s', (wanted, present) => {
  expect(lacksNode(wanted, present)).toBeUndefined();
});

test.each([
  ['>=20.19', '20.0.0'],
  ['>=20.19', '20.9.9'],
  ['>=20.19', '18.20.4'],
  ['>=20.19.2', '20.19.1'],
  ['>=100', '99.9.9'],
])('%s is not met by %s, and the message says what to do', (wanted, present) => {
  const words = lacksNode(wanted, present);
  expect(words).toContain(`${wanted.slice(2)} or newer is needed; this is ${present}`);
  expect(words).toMatch(/Install a newer one/);
});

test('what package.json wants can be read', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(lacksNode(engines.node, '0.10.0')).toMatch(/or newer is needed/);
  expect(lacksNode('^20', '20.0.0')).toMatch(/cannot read/);
});
