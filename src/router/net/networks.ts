/** The two sides of the router: which interfaces, addresses and ranges. Pure: flags and the list of interfaces come in. */
import { isIPv4 } from 'node:net';
import type { Link } from '../config/values.ts';
import { type Interfaces, isVirtual } from '../machine/addresses.ts';
import { contains, overlap, plainAddress, type Range, rangeOf, toText } from '../machine/ipv4.ts';
import { LINK_LOCAL, LOOPBACK } from '../machine/private-ranges.ts';

export type Side = {
  readonly interface: string;
  /** The router's own address there. */
  readonly address: string;
  /** The network, such as 192.168.42.0/24. */
  readonly cidr: string;
};

export type Networks = {
  /** The network that phones join. */
  readonly lan?: Side;
  /** The network between routers. */
  readonly backhaul?: Side;
  /** In place of `backhaul`, the one that was named, while nothing is at its other end: the first seconds of every box. No fault. */
  readonly waiting?: Side;
  /** All IPv4 addresses of this machine: the relay never sends to them. */
  readonly own: readonly string[];
  /** Flags that cannot be met, in words for the operator. */
  readonly problems: readonly string[];
};

type Asked = { readonly host: string; readonly lan?: Link; readonly backhaul?: Link };

type Address = Side & { readonly internal: boolean; readonly idle: boolean };

/**
 * Without flags the LAN is the only network of this machine; among several, the first whose interface is not virtual.
 * There is no backhaul unless the operator names one. A link with nothing at its other end is the LAN where it was named; it is
 * the backhaul for those who set up rules (`configured`), and not for those who look for others there (`used`).
 */
export function networksOf(asked: Asked, interfaces: Interfaces, as: 'used' | 'configured' = 'used'): Networks {
  const all = addressesOf(interfaces);
  const own = all.map(({ address }) => address);
  // A router that listens on one address cannot be reached elsewhere.
  const bound = isIPv4(asked.host) && asked.host !== '0.0.0.0' ? asked.host : undefined;
  if (bound !== undefined && contains(LOOPBACK, bound)) return { own, problems: [] };
  const there = all.filter(({ idle }) => !idle);
  const backhaul = sideOf(asked.backhaul && find(asked.backhaul, as === 'used' ? there : all));
  const lan = sideOf(asked.lan ? find(asked.lan, all) : defaultLan(bound === undefined ? there : all, bound, backhaul));
  const waiting = backhaul === undefined ? sideOf(asked.backhaul && find(asked.backhaul, all)) : undefined;
  const problems = [
    ...missing('--lan', asked.lan, lan),
    ...missing('--backhaul', asked.backhaul, backhaul ?? waiting),
    ...clashes(lan, backhaul),
  ];
  return { ...(lan && { lan }), ...(backhaul && { backhaul }), ...(waiting && { waiting }), own, problems };
}

/** The side of the router that a client is on, by the address of its socket. */
export type ClientPosition = 'lan' | 'backhaul' | 'elsewhere';

export function positionOf(address: string, { lan, backhaul, own }: Networks): ClientPosition {
  const plain = plainAddress(address);
  if (plain === '::1') return 'lan';
  if (!isIPv4(plain)) return 'elsewhere';
  // This machine itself, or a proxy on it with devices of the LAN behind it.
  if (contains(LOOPBACK, plain) || own.includes(plain)) return 'lan';
  if (lan && contains(rangeOf(lan.cidr), plain)) return 'lan';
  return backhaul && contains(rangeOf(backhaul.cidr), plain) ? 'backhaul' : 'elsewhere';
}

/**
 * True for a client that may be told the password of the Wi-Fi: it is on the LAN, or at this machine. Where the router knows
 * of no LAN everybody may who is not on the backhaul.
 */
export function isNear(address: string, networks: Networks): boolean {
  const position = positionOf(address, networks);
  return position === 'lan' || (position === 'elsewhere' && networks.lan === undefined);
}

/** True when an address of `whole` is missing in `now` and nothing else has changed, as when a cable is out. */
export function isPartOf(now: Networks, whole: Networks): boolean {
  const within = (side: Side | undefined, of: Side | undefined): boolean =>
    side === undefined || (side.address === of?.address && side.cidr === of.cidr);
  return (
    now.own.length < whole.own.length &&
    now.own.every((address) => whole.own.includes(address)) &&
    within(now.lan, whole.lan) &&
    within(now.backhaul, whole.backhaul)
  );
}

function addressesOf(interfaces: Interfaces): readonly Address[] {
  return Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? []).flatMap(({ family, address, cidr, internal, idle = false }) =>
      family === 'IPv4' && cidr ? [{ interface: name, address, cidr, internal, idle }] : [],
    ),
  );
}

function find(link: Link, all: readonly Address[]): Address | undefined {
  return all.find((one) => (link.by === 'interface' ? one.interface === link.name : one.address === link.address));
}

function defaultLan(
  all: readonly Address[],
  bound: string | undefined,
  backhaul: Side | undefined,
): Address | undefined {
  if (bound !== undefined) return all.find(({ address }) => address === bound);
  const outside = all.filter((one) => !one.internal && one.interface !== backhaul?.interface);
  return outside.find((one) => !isVirtual(one.interface)) ?? outside[0];
}

/** The network in its plain form: the list of interfaces has 192.168.42.1/24. */
function sideOf(found: Address | undefined): Side | undefined {
  if (found === undefined) return undefined;
  const { interface: name, address, cidr } = found;
  return { interface: name, address, cidr: `${toText(rangeOf(cidr).first)}${cidr.slice(cidr.indexOf('/'))}` };
}

function missing(flag: string, link: Link | undefined, found: Side | undefined): readonly string[] {
  if (link === undefined || found !== undefined) return [];
  return link.by === 'interface'
    ? [`${flag} ${link.name}: this interface has no IPv4 address now`]
    : [`${flag} ${link.address}: this machine has no such address now`];
}

function clashes(lan: Side | undefined, backhaul: Side | undefined): readonly string[] {
  if (lan === undefined || backhaul === undefined) return [];
  const [inside, outside]: readonly [Range, Range] = [rangeOf(lan.cidr), rangeOf(backhaul.cidr)];
  const problems: string[] = [];
  if (overlap(inside, outside))
    problems.push(`the LAN ${lan.cidr} and the backhaul ${backhaul.cidr} overlap: renumber one`);
  // Hosts treat 169.254/16 as on-link and do not send it to their router (RFC 3927 section 2.6.2).
  if (overlap(outside, LINK_LOCAL))
    problems.push(`the backhaul ${backhaul.cidr} is link-local: give it private addresses`);
  return problems;
}
