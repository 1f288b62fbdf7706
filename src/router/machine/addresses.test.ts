import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { reachableAddresses, urlOf } from './addresses.ts';

const info = (address: string, internal = false): NetworkInterfaceInfo => {
  const common = { address, netmask: '', mac: '', internal, cidr: null };
  return address.includes(':') ? { ...common, family: 'IPv6', scopeid: 0 } : { ...common, family: 'IPv4' };
};
const INTERFACES = {
  lo: [info('127.0.0.1', true), info('::1', true)],
  docker0: [info('172.17.0.1')],
  wan: [info('203.0.113.7')],
  eth0: [info('192.168.1.144'), info('fd00::144'), info('fe80::1')],
  wlan0: [info('192.168.42.1')],
};

describe('addresses to tell people', () => {
  it.each([
    ['0.0.0.0', undefined, ['192.168.1.144', '192.168.42.1', '203.0.113.7', '172.17.0.1', '127.0.0.1']],
    ['0.0.0.0', 'wlan0', ['192.168.42.1', '192.168.1.144', '203.0.113.7', '172.17.0.1', '127.0.0.1']],
    ['0.0.0.0', '203.0.113.7', ['203.0.113.7', '192.168.1.144', '192.168.42.1', '172.17.0.1', '127.0.0.1']],
    ['192.168.42.1', undefined, ['192.168.42.1']],
  ])('listening on %s, LAN %s', (host, lan, addresses) => {
    expect(reachableAddresses(host, INTERFACES, lan)).toEqual(addresses);
  });

  it('on :: include IPv6, but no address that needs a zone', () => {
    expect(reachableAddresses('::', INTERFACES)).toEqual(expect.arrayContaining(['fd00::144', '::1', '192.168.42.1']));
    expect(reachableAddresses('::', INTERFACES)).not.toContain('fe80::1');
  });

  it('make URLs', () => {
    expect(urlOf('http', '192.168.42.1', 8080)).toBe('http://192.168.42.1:8080/');
    expect(urlOf('https', 'fd00::1', 443)).toBe('https://[fd00::1]/');
  });
});
