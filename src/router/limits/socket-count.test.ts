import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { SocketCount, type TooMany } from './socket-count.ts';

/** As the router does it: only sockets that may stay are counted. */
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

  it('through a proxy on this machine are limited as those of a network', () => {
    const count = new SocketCount(limits);
    const taken = ['127.0.0.1', '::ffff:127.0.0.1', '127.0.0.1', '127.0.0.1'].map((address) => take(count, address));
    expect(taken).toEqual([undefined, undefined, undefined, 'from-there']);
  });

  it('are reserved for a phone that comes alone: nine greedy addresses do not fill the router', () => {
    const count = new SocketCount({ ...LIMITS, socketsPerAddress: 64 });
    const greedy = Array.from({ length: 9 * 64 }, (_, index) => take(count, `10.0.0.${index % 9}`));
    expect(greedy.filter((why) => why === undefined)).toHaveLength(LIMITS.sockets - LIMITS.reservedSockets);
    const alone = Array.from({ length: LIMITS.reservedSockets + 1 }, (_, index) => take(count, `10.0.1.${index}`));
    expect(alone.filter((why) => why === undefined)).toHaveLength(LIMITS.reservedSockets);
    expect(alone.at(-1)).toBe('in-all');
  });

  it.each([
    ['a proxy on this machine', () => '127.0.0.1'],
    ['an IPv6 network', (index: number) => `fd00::${(index + 1).toString(16)}`],
  ])('are kept for all who come through %s as well', (_, addressOf) => {
    const count = new SocketCount(LIMITS);
    const full = LIMITS.sockets - LIMITS.reservedSockets;
    for (let index = 0; index < full; index += 1) take(count, `10.0.${index >> 8}.${index & 255}`);
    const many = Array.from({ length: LIMITS.reservedSockets + 1 }, (_, index) => take(count, addressOf(index)));
    expect(many.filter((why) => why === undefined)).toHaveLength(LIMITS.reservedSockets);
  });
});
