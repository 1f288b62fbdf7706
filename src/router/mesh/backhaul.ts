/** The side of this router on which other routers are, and which addresses count as being there. Pure. */
import { isIPv4 } from 'node:net';
import type { Interfaces } from '../machine/addresses.ts';
import { contains, plainAddress, rangeOf } from '../machine/ipv4.ts';
import { isPrivateOrShared } from '../machine/private-ranges.ts';
import type { Server } from '../relay/ice.ts';

export type Backhaul = {
  readonly interface: string;
  /** IPv4 address and network, such as 192.168.1.0/24. */
  readonly ipv4?: { readonly address: string; readonly cidr: string };
  /** IPv6 link-local address: it exists without any configuration, and other networks cannot reach it. */
  readonly linkLocal?: string;
};

export function backhaulOf(name: string, interfaces: Interfaces): Backhaul | undefined {
  const infos = (interfaces[name] ?? []).filter(({ idle }) => idle === undefined); // nobody is there
  const ipv4 = infos.find(({ family, cidr }) => family === 'IPv4' && cidr !== null);
  const linkLocal = infos.find(({ family, address }) => family === 'IPv6' && address.startsWith('fe80:'));
  if (ipv4 === undefined && linkLocal === undefined) return undefined;
  return {
    interface: name,
    ...(ipv4?.cidr && { ipv4: { address: ipv4.address, cidr: ipv4.cidr } }),
    ...(linkLocal && { linkLocal: linkLocal.address }),
  };
}

/** True when a packet or connection comes from the backhaul, by its source address. */
export function isFromBackhaul(address: string, { interface: name, ipv4, linkLocal }: Backhaul): boolean {
  const plain = plainAddress(address);
  if (isIPv4(plain)) return ipv4 !== undefined && plain !== ipv4.address && contains(rangeOf(ipv4.cidr), plain);
  // The kernel itself appends the interface on which a link-local packet arrived.
  return plain.startsWith('fe80:') && plain.endsWith(`%${name}`) && plain !== `${linkLocal}%${name}`;
}

/** True when clients may be sent to this server: on the backhaul, or in another private network with a route to it. */
export function isUsable({ address }: Server, backhaul: Backhaul | undefined): boolean {
  const near = backhaul?.ipv4 !== undefined && contains(rangeOf(backhaul.ipv4.cidr), address);
  return near || isPrivateOrShared(address);
}
