/**
 * Routers that hear each other, but whose devices cannot reach each other. Pure. Links and beacons get along over IPv6,
 * which needs no configuration; devices use the IPv4 addresses of their routers' backhauls.
 */
import { isIPv4 } from 'node:net';
import { contains, rangeOf } from '../machine/ipv4.ts';

/** An IPv4 address on the backhaul, and the length of its network prefix. */
export type BackhaulAddress = { readonly address: string; readonly prefix: number };

/**
 * `same-address`: both have it (cloned cards; nobody assigned addresses). `shared-address`: the other one and a third
 * router have it, so packets reach either. `other-network`: no route leads from one to the other.
 */
export type Apart = 'same-address' | 'shared-address' | 'other-network';

/** Parses the address of an interface, such as 192.168.1.144/24. */
export function backhaulAddress(cidr: string): BackhaulAddress {
  const [address = '', prefix = '32'] = cidr.split('/');
  return { address, prefix: Number(prefix) };
}

/** The same in text, such as 192.168.1.144/24. */
export const cidrOf = ({ address, prefix }: BackhaulAddress): string => `${address}/${prefix}`;

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
  return isIPv4(link) || contains(rangeOf(cidrOf(own)), other.address) ? undefined : 'ask-kernel';
}

/** A router, and the address on the backhaul that it states. */
export type Stated<Id> = { readonly id: Id; readonly backhaul: BackhaulAddress | undefined };

/** Those of them that have one address with another one of them. */
export function sharing<Id>(routers: readonly Stated<Id>[]): ReadonlySet<Id> {
  const stated = routers.filter(({ backhaul }) => backhaul !== undefined);
  const addresses = stated.map(({ backhaul }) => backhaul?.address);
  const isShared = (address: string | undefined) => addresses.indexOf(address) !== addresses.lastIndexOf(address);
  return new Set(stated.filter(({ backhaul }) => isShared(backhaul?.address)).map(({ id }) => id));
}
