import { describe, expect, it, test } from 'vitest';
import { networkOf, SocketCount } from './socket-count.ts';

test.each([
  ['192.168.42.100', undefined],
  ['::ffff:192.168.42.100', undefined],
  ['fd12:3456:789a:1::100', 'fd12:3456:789a:1::/64'],
  ['fd12:3456:789a:1:abcd:ef01:2345:6789', 'fd12:3456:789a:1::/64'],
  ['fd12:3456:789a:0001::1', 'fd12:3456:789a:1::/64'],
  ['fd12::1', 'fd12:0:0:0::/64'],
  ['fe80::1%wlan0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', undefined],
])('%s lies in %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

describe('sockets', () => {
  const limits = { socketsPerAddress: 2, socketsPerNetwork: 3 };

  it('from one address are limited, and come back when they are closed', () => {
    const count = new SocketCount(limits);
    expect([1, 2, 3].map(() => count.add('192.168.42.7'))).toEqual([true, true, false]);
    expect(count.add('192.168.42.8')).toBe(true);
    count.remove('192.168.42.7');
    count.remove('192.168.42.7');
    expect(count.add('192.168.42.7')).toBe(true);
  });

  it('from many addresses of one IPv6 network are limited together', () => {
    const count = new SocketCount(limits);
    const taken = [1, 2, 3, 4].map((host) => count.add(`fd00::${host}`));
    expect(taken).toEqual([true, true, true, false]);
    expect(count.add('fd00:0:0:1::1')).toBe(true);
    count.remove('fd00::4');
    count.remove('fd00::3');
    expect(count.add('fd00::5')).toBe(true);
  });
});
