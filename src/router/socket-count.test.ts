import { describe, expect, it, test } from 'vitest';
import { LIMITS } from './limits.ts';
import { networkOf, SocketCount, type TooMany } from './socket-count.ts';

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

/** As the router does: counted is what may stay. */
function take(count: SocketCount, address: string): TooMany | undefined {
  const tooMany = count.tooManyWith(address);
  if (tooMany === undefined) count.add(address);
  return tooMany;
}

describe('sockets', () => {
  const limits = { sockets: 99, socketsPerAddress: 2, socketsPerNetwork: 3, reservedSockets: 0, fewSockets: 0 };

  it('from one address are limited, and come back when they are closed', () => {
    const count = new SocketCount(limits);
    expect([1, 2, 3].map(() => take(count, '192.168.42.7'))).toEqual([undefined, undefined, 'from-there']);
    expect(take(count, '192.168.42.8')).toBeUndefined();
    count.remove('192.168.42.7');
    expect(take(count, '192.168.42.7')).toBeUndefined();
  });

  it('from many addresses of one IPv6 network are limited together', () => {
    const count = new SocketCount(limits);
    const taken = [1, 2, 3, 4].map((host) => take(count, `fd00::${host}`));
    expect(taken).toEqual([undefined, undefined, undefined, 'from-there']);
    expect(take(count, 'fd00:0:0:1::1')).toBeUndefined();
    count.remove('fd00::3');
    expect(take(count, 'fd00::5')).toBeUndefined();
  });

  it('are kept for whoever comes alone: nine greedy addresses do not fill the router', () => {
    const count = new SocketCount({ ...LIMITS, socketsPerAddress: 64 });
    const greedy = Array.from({ length: 9 * 64 }, (_, index) => take(count, `10.0.0.${index % 9}`));
    expect(greedy.filter((why) => why === undefined)).toHaveLength(LIMITS.sockets - LIMITS.reservedSockets);
    const alone = Array.from({ length: LIMITS.reservedSockets + 1 }, (_, index) => take(count, `10.0.1.${index}`));
    expect(alone.filter((why) => why === undefined)).toHaveLength(LIMITS.reservedSockets);
    expect(alone.at(-1)).toBe('in-all');
  });
});
