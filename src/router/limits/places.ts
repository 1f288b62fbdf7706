/**
 * Where somebody comes from, for whatever is limited by place. Pure. Ids cost nothing, addresses do: who makes up a thousand ids
 * comes from one address with all of them.
 */
import { isIPv6 } from 'node:net';
import { plainAddress } from '../machine/ipv4.ts';

/** Somewhere that may have so much: for itself, or as many who are there, which is a multiple of that (`limits.ts`). */
export type Place = { readonly key: string; readonly isCrowd: boolean };

/**
 * Where a proxy on this machine comes from. It is the operator's own, and all who open the app through it share its address. What
 * it says of theirs, in a header, is not believed: a proxy that passes on what a client has put there lets each client choose its
 * address. So limits for each one behind it are the proxy's (nginx: `limit_conn`).
 */
const PROXIES: readonly string[] = ['127.0.0.1', '::1'];

/** The nearest first. A device makes up addresses of its IPv6 /64 as it likes, so that they are counted together as well. */
export function placesOf(address: string): readonly [Place, ...Place[]] {
  const own = plainAddress(address);
  if (PROXIES.includes(own)) return [{ key: own, isCrowd: true }];
  const network = networkOf(address);
  const near: Place = { key: own, isCrowd: false };
  return network === undefined ? [near] : [near, { key: network, isCrowd: true }];
}

/** Of an IPv6 address in the form that Node gives, the /64 it lies in; nothing for IPv4, also where it is mapped into IPv6. */
export function networkOf(address: string): string | undefined {
  const [plain = ''] = address.split('%'); // without the zone of a link-local one
  if (!isIPv6(plain) || plain.includes('.')) return undefined;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
