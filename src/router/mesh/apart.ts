/**
 * Routers that hear each other, but between whose devices nothing passes. Pure. Links and beacons get along over IPv6, which needs
 * no configuration; what devices send each other goes between the IPv4 addresses of their routers' backhauls.
 */
import { isIPv4 } from 'node:net';
import { contains, rangeOf } from '../machine/ipv4.ts';

/** An IPv4 address on the backhaul, and how many bits of it are its network. */
export type BackhaulAddress = { readonly address: string; readonly prefix: number };

/** `same-address`: both have it (cloned cards; nobody gave out addresses). `other-network`: no way leads from one to the other. */
export type Apart = 'same-address' | 'other-network';

/** The backhaul address from what an interface has, such as 192.168.1.144/24. */
export function backhaulAddress(cidr: string): BackhaulAddress {
  const [address = '', prefix = '32'] = cidr.split('/');
  return { address, prefix: Number(prefix) };
}

/**
 * What keeps two routers apart. `'ask-kernel'`: the addresses are of different networks, so that it depends on whether there is a
 * route. One that tells no address is of an older version: it is not known to be apart. `link`: the address it is linked from; if
 * that is an IPv4 one, packets find their way.
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
