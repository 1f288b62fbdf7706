import { describe, expect, it } from 'vitest';
import type { Interfaces } from '../machine/addresses.ts';
import { type Backhaul, backhaulOf, isFromBackhaul, isUsable } from './backhaul.ts';

const info = { netmask: '', mac: '', internal: false };
const INTERFACES: Interfaces = {
  bh0: [
    { ...info, family: 'IPv4', address: '192.168.1.7', cidr: '192.168.1.7/24' },
    { ...info, family: 'IPv6', address: 'fe80::7', cidr: 'fe80::7/64', scopeid: 2 },
  ],
};
const BACKHAUL = backhaulOf('bh0', INTERFACES) as Backhaul;

it('is an interface with addresses of either family', () => {
  expect(BACKHAUL).toEqual({
    interface: 'bh0',
    ipv4: { address: '192.168.1.7', cidr: '192.168.1.7/24' },
    linkLocal: 'fe80::7',
  });
  expect(backhaulOf('bh1', INTERFACES)).toBeUndefined();
});

it.each([
  ['192.168.1.9', true],
  ['::ffff:192.168.1.9', true],
  ['192.168.1.7', false], // this router itself
  ['192.168.42.100', false], // a phone of the LAN
  ['fe80::9%bh0', true],
  ['fe80::7%bh0', false],
  ['fe80::9%lan0', false],
  ['fe80::9', false],
  ['fd00::9', false],
  ['', false],
])('%s is on it: %s', (address, expected) => {
  expect(isFromBackhaul(address, BACKHAUL)).toBe(expected);
});

describe('a server that another router names', () => {
  it.each([
    ['192.168.1.9', true],
    ['10.7.0.1', true],
    ['100.64.3.4', true],
    ['203.0.113.5', false],
    ['127.0.0.1', false],
  ])('%s is used: %s', (address, expected) => {
    expect(isUsable({ address, port: 3478 }, BACKHAUL)).toBe(expected);
  });
});
