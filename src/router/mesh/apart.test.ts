import { expect, it, test } from 'vitest';
import { apart, backhaulAddress } from './apart.ts';

const OVER_IPV6 = 'fe80::1%bh0';

test.each([
  ['the same address', '192.168.1.1/24', '192.168.1.1/24', OVER_IPV6, 'same-address'],
  ['the same address, another network', '192.168.1.1/24', '192.168.1.1/16', OVER_IPV6, 'same-address'],
  ['neighbours', '192.168.1.1/24', '192.168.1.2/24', OVER_IPV6, undefined],
  ['other networks', '192.168.1.1/24', '10.0.0.2/24', OVER_IPV6, 'ask-kernel'],
  ['other networks, and a way between them', '192.168.1.1/24', '10.0.0.2/24', '10.0.0.2', undefined],
  ['routes for single hosts', '10.9.0.1/32', '10.9.0.2/32', OVER_IPV6, 'ask-kernel'],
] as const)('%s', (_, own, other, link, expected) => {
  expect(apart(backhaulAddress(own), backhaulAddress(other), link)).toBe(expected);
});

it('is unknown for a router that states no address, or has none', () => {
  const some = backhaulAddress('192.168.1.1/24');
  expect([apart(some, undefined, OVER_IPV6), apart(undefined, some, OVER_IPV6)]).toEqual([undefined, undefined]);
});
