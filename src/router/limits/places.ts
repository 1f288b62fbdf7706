/**
 * Where a client comes from, for all limits by place. Pure. Ids cost nothing, addresses do: somebody who makes up a
 * thousand ids still comes from one address.
 */
import { isIPv6 } from 'node:net';
import { plainAddress } from '../machine/ipv4.ts';

/**
 * A place with limits: one client's own, or with `isCrowd` that of many clients, whose limits are a multiple
 * (`limits.ts`).
 */
export type Place = { readonly key: string; readonly isCrowd: boolean };

/**
 * Addresses of a proxy on this machine. It is the operator's own, and all who open the app through it share its
 * address. Its header with the client's address is not believed: a proxy that passes on what a client has put there
 * would let each client choose its address. So limits for single clients are the proxy's task (nginx: `limit_conn`).
 */
const PROXIES: readonly string[] = ['127.0.0.1', '::1'];

/** The nearest first. A device can make up addresses in its IPv6 /64, so these are also counted together. */
export function placesOf(address: string): readonly [Place, ...Place[]] {
  const own = plainAddress(address);
  if (PROXIES.includes(own)) return [{ key: own, isCrowd: true }];
  const network = networkOf(address);
  const near: Place = { key: own, isCrowd: false };
  return network === undefined ? [near] : [near, { key: network, isCrowd: true }];
}

/** The /64 of an IPv6 address in Node's form; `undefined` for IPv4, also when it is mapped into IPv6. */
export function networkOf(address: string): string | undefined {
  const [plain = ''] = address.split('%'); // without the zone of a link-local address
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
