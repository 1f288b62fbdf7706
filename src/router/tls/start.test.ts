import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { privateAddresses } from './start.ts';

const COMMON = { netmask: '', mac: '', internal: false, cidr: null };
const v4 = (address: string): NetworkInterfaceInfo => ({ ...COMMON, family: 'IPv4', address });
const v6 = (address: string): NetworkInterfaceInfo => ({ ...COMMON, family: 'IPv6', address, scopeid: 0 });
const INTERFACES = {
  lo: [v4('127.0.0.1')],
  'br-lan': [v4('192.168.42.1')],
  wan0: [v4('192.168.1.144'), v6('fd00::1')],
  eth0: [v4('203.0.113.7')],
  bond0: [v4('192.168.42.1')],
};

it('a certificate names the private addresses of this machine, each once', () => {
  expect(privateAddresses(INTERFACES, '0.0.0.0')).toEqual(['192.168.42.1', '192.168.1.144']);
  expect(privateAddresses(INTERFACES, '::')).toEqual(['192.168.42.1', '192.168.1.144']);
});

it('or only the one that is listened on, if it is private', () => {
  expect(privateAddresses(INTERFACES, '192.168.42.1')).toEqual(['192.168.42.1']);
  expect(privateAddresses(INTERFACES, '127.0.0.1')).toEqual([]);
  expect(privateAddresses({}, '0.0.0.0')).toEqual([]);
});
