import { expect, it, test } from 'vitest';
import { networkOf, placesOf } from './places.ts';

test.each([
  ['192.168.42.100', undefined],
  ['::ffff:192.168.42.100', undefined],
  ['fd12:3456:789a:1::100', 'fd12:3456:789a:1::/64'],
  ['fd12:3456:789a:1:abcd:ef01:2345:6789', 'fd12:3456:789a:1::/64'],
  ['fd12:3456:789a:0001::1', 'fd12:3456:789a:1::/64'],
  ['fd12::1', 'fd12:0:0:0::/64'],
  ['fe80::1%wlan0', 'fe80:0:0:0::/64'],
  ['unknown', undefined],
])('%s lies in %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it('is an address in its plain form, and for IPv6 also the network', () => {
  const own = [{ key: '192.168.42.7', isCrowd: false }];
  expect([placesOf('192.168.42.7'), placesOf('::ffff:192.168.42.7')]).toEqual([own, own]);
  expect(placesOf('fd00::7')).toEqual([
    { key: 'fd00::7', isCrowd: false },
    { key: 'fd00:0:0:0::/64', isCrowd: true },
  ]);
});

it('is a crowd at the addresses of a proxy on this machine, and at no other of its addresses', () => {
  const isCrowd = (address: string) => placesOf(address).map((place) => place.isCrowd);
  expect(['127.0.0.1', '::ffff:127.0.0.1', '::1'].map(isCrowd)).toEqual([[true], [true], [true]]);
  expect(isCrowd('127.0.0.2')).toEqual([false]);
});
