/**
 * Routers that hear each other, but whose devices cannot reach each other. Pure. Links and beacons get along over IPv6,
 * which needs no configuration; devices use the IPv4 addresses of their routers' backhauls.
 */
import { isIPv4 } from 'node:net';
import { contains, rangeOf } from '../machine/ipv4.ts';

/** An IPv4 address on the backhaul, and the length of its network prefix. */
export type BackhaulAddress = { readonly address: string; readonly prefix: number };

/**
 * `same-address`: both have it (cloned cards; nobody assigned addresses). `other-network`: no route leads from one to
 * the other.
 */
export type Apart = 'same-address' | 'other-network';

/** Parses the address of an interface, such as 192.168.1.144/24. */
export function backhaulAddress(cidr: string): BackhaulAddress {
  const [address = '', prefix = '32'] = cidr.split('/');
  return { address, prefix: Number(prefix) };
}

/**
 * What keeps two routers apart. `'ask-kernel'`: the addresses are in different networks, so it depends on the routes. A
 * router that states no address is of an older version, and counts as reachable. `link`: the address it is linked from;
 * if that is an IPv4 address, packets find their way.
 */
export function apart(
  own: BackhaulAddress | undefined,
  other: BackhaulAddress | undefined,
  link: string,
): Apart | 'ask-kernel' | undefined {
  if (own === undefined || other === undefined) return undefined;
  if (own.address === other.address) return 'same-address';
  return isIPv4(link) || contains(rangeOf(`${own.address}/${own.prefix}`), other.address) ? undefined : 'ask-kernel';
}
