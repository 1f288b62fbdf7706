import { expect, it } from 'vitest';
import type { GroupCode } from '../../protocol/group-code.ts';
import type { GroupSecret } from '../../protocol/groups.ts';
import type { PublicKey, SecretKey, Signature } from '../../protocol/keys.ts';
import { NO_GROUPS } from '../groups/own-group.ts';
import { type DeviceIdentity, handoverFragment, isPlainPageOf, parseHandover } from './handover.ts';

const secret = 'A-_0'.padEnd(43, 'w') as SecretKey;

it.each(['Brave Crane', '花子のスマホ', 'a&name=b#c', '100 %'])('%s arrives as it left', (name) => {
  const identity: DeviceIdentity = { secret, claim: 1_795_000_000_123, name, groups: NO_GROUPS };
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
  `#device=${'A'.repeat(43)}&name=A`, // zero, which is no secret of the curve
  `#device=${'_'.repeat(42)}8&name=A`, // beyond its order
  `#device=${secret.slice(0, -1)}x&name=A`, // bits beyond the last byte
  `#device=${secret}&name=A&more=1`,
  `#device=${secret}&name=A&claim=-1`,
  `#device=${secret}&name=A&claim=${'9'.repeat(16)}`, // beyond what is counted exactly
  `#device=${secret}&name=A&groups=%7B`, // cut off
  `#device=${secret}&name=A&groups=%E0%A4`,
])('%j hands over nothing', (fragment) => {
  expect(parseHandover(fragment)).toBeUndefined();
});

it('a key that has said no hello yet is handed over all the same', () => {
  expect(parseHandover(`#device=${secret}&name=A`)).toMatchObject({ secret, claim: 0 });
});

it('the groups come along, with their memberships, and who hides goes on hiding', () => {
  const membership = { group: 'g'.repeat(43) as PublicKey, signature: 's'.repeat(86) as Signature };
  const family = {
    code: 'H1KYAK0GR0VP' as GroupCode,
    secret: 'A'.repeat(43) as GroupSecret,
    membership,
    device: 'd'.repeat(43) as PublicKey,
    name: '伊藤家 & Co',
  };
  const identity: DeviceIdentity = { secret, claim: 5, name: 'A', groups: { all: [family], onlyGroups: true } };
  expect(parseHandover(new URL(`https://a.b/${handoverFragment(identity)}`).hash)).toEqual(identity);
});

const PLAIN = 'http://192.168.42.1:8080/';

it.each([
  ['http://192.168.42.1:8080', true],
  ['http://relief.example.org:8080', true],
  ['http://192.168.42.1', false],
  ['http://192.168.42.1:8081', false],
  ['http://192.168.42.2:8080', false],
  ['http://10.0.0.1:8080', false],
  ['http://hikyaku.internal:8080', false],
  ['http://relief.example.org', false],
  ['https://relief.example.org:8080', false],
  ['https://192.168.42.1:8080', false],
  ['', false],
])('a page at %j is the plain page of the router at 192.168.42.1:8080: %j', (from, isOwn) => {
  expect(isPlainPageOf(from, PLAIN, 'relief.example.org')).toBe(isOwn);
});

it('port 80 has no number', () => {
  expect(isPlainPageOf('http://hikyaku.internal', 'http://192.168.42.1/', 'hikyaku.internal')).toBe(true);
  expect(isPlainPageOf('http://hikyaku.internal:8080', 'http://192.168.42.1/', 'hikyaku.internal')).toBe(false);
});

it('a router without a valid address has no plain page', () => {
  expect(isPlainPageOf('http://a.b', 'a.b', 'a.b')).toBe(false);
  expect(isPlainPageOf('https://a.b', 'https://a.b/', 'a.b')).toBe(false);
});
