/**
 * IPv4 ranges that mean something to one network only, once for everything that asks. Which of them count is another question
 * in each place, so each place asks by one of the names below. Pure.
 */
import { isIPv4 } from 'node:net';
import { contains, rangeOf } from './ipv4.ts';

/** RFC 1122 section 3.2.1.3: this machine. */
export const LOOPBACK = rangeOf('127.0.0.0/8');
/** RFC 3927: what hosts give themselves. Nobody forwards it. */
export const LINK_LOCAL = rangeOf('169.254.0.0/16');
/** RFC 1918: what people number their networks from. In certificates (tls/), so that another order is another certificate. */
export const PRIVATE_CIDRS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as const;
/** RFC 6598: what providers and overlay networks number theirs from. */
const SHARED_CIDR = '100.64.0.0/10';

const PRIVATE = PRIVATE_CIDRS.map(rangeOf);
const PRIVATE_OR_SHARED = [...PRIVATE, rangeOf(SHARED_CIDR)];

/**
 * Whether phones of a LAN reach a router at such an address: what is told to people first, and what its certificate may vouch
 * for. Not the shared range: an interface with one of those leads to a provider or an overlay, not to phones.
 */
export function isPrivate(address: string): boolean {
  return isIPv4(address) && PRIVATE.some((range) => contains(range, address));
}

/** Whether a router that is reached through others may be there: nothing is ever looked for in the Internet. */
export function isPrivateOrShared(address: string): boolean {
  return isIPv4(address) && PRIVATE_OR_SHARED.some((range) => contains(range, address));
}
