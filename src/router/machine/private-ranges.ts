/**
 * IPv4 ranges that have a meaning within one network only, stated once. Each caller needs other ranges, so each uses
 * one of the names below. Pure.
 */
import { isIPv4 } from 'node:net';
import { contains, rangeOf } from './ipv4.ts';

/** RFC 1122 section 3.2.1.3: this machine. */
export const LOOPBACK = rangeOf('127.0.0.0/8');
/** RFC 3927: addresses that hosts give themselves. Nobody forwards them. */
export const LINK_LOCAL = rangeOf('169.254.0.0/16');
/** RFC 1918: private networks. In certificates (tls/), so another order makes another certificate. */
export const PRIVATE_CIDRS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as const;
/** RFC 6598: networks of providers and overlays. */
const SHARED_CIDR = '100.64.0.0/10';

const PRIVATE = PRIVATE_CIDRS.map(rangeOf);
const PRIVATE_OR_SHARED = [...PRIVATE, rangeOf(SHARED_CIDR)];

/**
 * True when phones of a LAN reach a router at such an address: people are told it first, and the router's certificate
 * may contain it. Not the shared range: an interface with such an address leads to a provider or an overlay, not to
 * phones.
 */
export function isPrivate(address: string): boolean {
  return isIPv4(address) && PRIVATE.some((range) => contains(range, address));
}

/** True when a router that is reached through others may have this address: nothing is ever sought on the Internet. */
export function isPrivateOrShared(address: string): boolean {
  return isIPv4(address) && PRIVATE_OR_SHARED.some((range) => contains(range, address));
}
