import { expect, it } from 'vitest';
import type { DeviceSecret } from '../protocol/signaling.ts';
import { handoverFragment, type Identity, isOwnPlainPage, parseHandover } from './handover.ts';

const secret = 'A-_0'.padEnd(43, 'x') as DeviceSecret;

it.each(['Brave Crane', '花子のスマホ', 'a&name=b#c', '100 %'])('%s arrives as it left', (name) => {
  const identity: Identity = { secret, name };
  expect(parseHandover(handoverFragment(identity))).toEqual(identity);
  // As an address keeps it.
  expect(parseHandover(new URL(`https://a.b/${handoverFragment(identity)}`).hash)).toEqual(identity);
});

it.each([
  '',
  '#',
  '#device=short&name=A',
  `#device=${secret}&name=`,
  `#device=${secret}&name=%E0%A4`,
  `#device=${secret}&name=%00`,
  `#device=${secret}x&name=A`,
  `#device=${secret}&name=A&more=1`,
])('%j hands over nothing', (fragment) => {
  expect(parseHandover(fragment)).toBeUndefined();
});

it.each([
  ['http://hikyaku.internal:8080/', true],
  ['http://192.168.42.1/', true],
  ['http://172.31.0.1:8080/', true],
  ['http://10.0.0.1/', true],
  ['http://relief.example.org/', true],
  ['https://hikyaku.internal/', false],
  ['http://172.32.0.1/', false],
  ['http://192.168.42.1.example.com/', false],
  ['http://10.example/', false],
  ['http://example.org/?hikyaku.internal', false],
  ['', false],
])('a page at %j counts as the own one: %j', (referrer, isOwn) => {
  expect(isOwnPlainPage(referrer, 'relief.example.org')).toBe(isOwn);
});
