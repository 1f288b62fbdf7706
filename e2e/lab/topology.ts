/**
 * Networks as data, and what it takes to build one, as text. Pure.
 *
 *        host ---+                                             +--- host
 *                |  LAN, a bridge      segment, a bridge       |
 *        host ---+---- lan0 ROUTER wan0 ------+------ wan0 ROUTER lan0 ---- ...
 *                                             |
 *                                            host
 *
 * Every router and every host is a network namespace. A router's LAN is a bridge inside the router, as in an access
 * point; segments that belong to nobody (the backhaul) are bridges in the lab's own namespace.
 */
import { type NatKind, natText, plainMasqueradeText } from './nat.ts';

/** Interface names, the same on every machine. */
export const LAN = 'lan0';
export const WAN = 'wan0';
export const SECOND = 'wan1';
/** What `WAN` and `SECOND` are called where both are ports of a bridge, which then is `WAN`. */
const BRIDGED = { [WAN]: 'cable0', [SECOND]: 'cable1' } as const;
export const UPLINK = 'up0';
export const HOST = 'eth0';

export type Segment = { readonly name: string; readonly range: string };

export type RouterNat =
  /** A home router of somebody else's. */
  | { readonly by: 'foreign'; readonly kind: NatKind }
  /** `masquerade` and nothing else. */
  | { readonly by: 'hand' }
  /** Ours: its rules are applied by its own command, not by the topology. */
  | { readonly by: 'product' }
  /** It passes packets on and maps nothing. */
  | { readonly by: 'nobody' };

export type RouterNode = {
  readonly name: string;
  /** Range of its LAN; the router has the first address. */
  readonly lan: string;
  /** Segment, or router on whose LAN this one is a client, and its address there. */
  readonly wan: { readonly on: string; readonly address: string };
  readonly nat: RouterNat;
  /** A line to the Internet: another segment, whose first address is the way out. */
  readonly uplink?: { readonly on: string; readonly address: string };
  /**
   * A second cable, to another segment: a network of its own, with the router's address there, or `bridged` with the first
   * into one network.
   */
  readonly second?: { readonly on: string } & ({ readonly address: string } | { readonly bridged: true });
  /** Networks behind its neighbours on the backhaul, and which neighbour. */
  readonly routes?: readonly { readonly to: string; readonly via: string }[];
  /** The access point passes no frames between its stations ("client isolation"). */
  readonly isolates?: boolean;
  /** The access point drops multicast between its stations, as many do to save airtime. */
  readonly dropsMulticast?: boolean;
  /** The access point drops all UDP of these hosts of its LAN, as filters and some VPNs do. */
  readonly dropsUdpOf?: readonly string[];
};

export type HostNode = {
  readonly name: string;
  /** Segment, or router on whose LAN it is. */
  readonly on: string;
  /** More than one for hosts that NATs are probed from. */
  readonly addresses: readonly string[];
  /** Whom it sends what is not for its segment. On a LAN that is the LAN's router. */
  readonly via?: string;
};

export type Topology = {
  readonly segments: readonly Segment[];
  readonly routers: readonly RouterNode[];
  readonly hosts: readonly HostNode[];
};

/** What is done in one namespace, in this order. */
export type Setup = {
  readonly node: string;
  readonly sysctl: readonly string[];
  readonly ip: readonly string[];
  readonly bridge: readonly string[];
  readonly nft: string;
};
export type Plan = {
  /** Lines for `ip -batch` in the lab's own namespace. */
  readonly ip: readonly string[];
  readonly nodes: readonly Setup[];
  /** Names of the far ends of cables, by `cable(node, device)`: in the segment, or in the router whose LAN it is. */
  readonly ports: ReadonlyMap<string, string>;
};

/** A cable is named by its end at a node. */
export const cable = (node: string, device: string): string => `${node} ${device}`;

/** IPv4 NAT is what the lab is about: a link-local address that answers on the side would only blur it. */
const NO_IPV6 = ['net.ipv6.conf.all.disable_ipv6=1', 'net.ipv6.conf.default.disable_ipv6=1'];
/** Otherwise frames that a bridge passes on would go through the router's IP rules on hosts that have Docker (N16). */
const BRIDGE_IS_A_SWITCH = 'net.bridge.bridge-nf-call-iptables=0';

const prefixLength = (range: string): string => range.slice(range.indexOf('/') + 1);
/** The first address of a range, which routers give themselves. */
export const firstAddress = (range: string): string => range.replace(/\d+\/\d+$/, '1');

/** `namespaceOf` names the namespace of a node. */
export function plan(topology: Topology, namespaceOf: (node: string) => string): Plan {
  const { segments, routers, hosts } = topology;
  const ranges = new Map([
    ...segments.map(({ name, range }) => [name, range] as const),
    ...routers.map(({ name, lan }) => [name, lan] as const),
  ]);
  const rangeOf = (name: string): string => {
    const range = ranges.get(name);
    if (range === undefined) throw new Error(`the topology has no segment or router "${name}"`);
    return range;
  };
  const isSegment = (name: string): boolean => segments.some((segment) => segment.name === name);

  const ip: string[] = [];
  for (const { name } of segments) ip.push(`link add ${name} type bridge forward_delay 0`, `link set ${name} up`);
  for (const { name } of [...routers, ...hosts]) ip.push(`netns add ${namespaceOf(name)}`);
  for (const { name } of routers) ip.push(`link add ${LAN} netns ${namespaceOf(name)} type bridge forward_delay 0`);

  /** Ports of each router's LAN bridge. */
  const bridged = new Map<string, string[]>(routers.map(({ name }) => [name, []]));
  const ports = new Map<string, string>();
  /** A cable from a node's interface to a segment, or to a port of a router's LAN. */
  const plug = (node: string, device: string, to: string, called = device): void => {
    const port = `port${ports.size + 1}`;
    ports.set(cable(node, device), port);
    const end = isSegment(to) ? '' : ` netns ${namespaceOf(to)}`;
    ip.push(`link add ${called} netns ${namespaceOf(node)} type veth peer name ${port}${end}`);
    if (isSegment(to)) ip.push(`link set ${port} master ${to} up`);
    else bridged.get(to)?.push(port);
  };
  for (const router of routers) {
    const { name, wan, second, uplink } = router;
    const bridges = isBridge(router);
    plug(name, WAN, wan.on, bridges ? BRIDGED[WAN] : WAN);
    if (second) plug(name, SECOND, second.on, bridges ? BRIDGED[SECOND] : SECOND);
    if (uplink) plug(name, UPLINK, uplink.on);
  }
  for (const { name, on } of hosts) plug(name, HOST, on);

  const routerSetup = (router: RouterNode): Setup => ({
    node: router.name,
    sysctl: [...NO_IPV6, BRIDGE_IS_A_SWITCH, 'net.ipv4.ip_forward=1'],
    ip: [
      'link set lo up',
      ...(bridged.get(router.name) ?? []).map((port) => `link set ${port} master ${LAN} up`),
      `link set ${LAN} up`,
      ...(isBridge(router)
        ? [
            `link add ${WAN} type bridge forward_delay 0`,
            ...Object.values(BRIDGED).map((device) => `link set ${device} master ${WAN} up`),
          ]
        : []),
      `link set ${WAN} up`,
      `addr add ${firstAddress(router.lan)}/${prefixLength(router.lan)} dev ${LAN}`,
      `addr add ${router.wan.address}/${prefixLength(rangeOf(router.wan.on))} dev ${WAN}`,
      ...(router.second !== undefined && 'address' in router.second
        ? [
            `link set ${SECOND} up`,
            `addr add ${router.second.address}/${prefixLength(rangeOf(router.second.on))} dev ${SECOND}`,
          ]
        : []),
      ...(router.routes ?? []).map(({ to, via }) => `route add ${to} via ${via}`),
      // A router on another router's LAN sends there what it does not know; on the backhaul everybody is a neighbour.
      ...(isSegment(router.wan.on) ? [] : [`route add default via ${firstAddress(rangeOf(router.wan.on))}`]),
      ...(router.uplink === undefined
        ? []
        : [
            `link set ${UPLINK} up`,
            `addr add ${router.uplink.address}/${prefixLength(rangeOf(router.uplink.on))} dev ${UPLINK}`,
            `route add default via ${firstAddress(rangeOf(router.uplink.on))}`,
          ]),
    ],
    bridge: router.isolates ? (bridged.get(router.name) ?? []).map((port) => `link set dev ${port} isolated on`) : [],
    nft: [
      natOf(router.nat),
      router.dropsMulticast ? MULTICAST_DROP : '',
      ...(router.dropsUdpOf ?? []).map((host) => udpDrop(ports.get(cable(host, HOST)) ?? '')),
    ].join(''),
  });
  const hostSetup = (host: HostNode): Setup => ({
    node: host.name,
    sysctl: NO_IPV6,
    ip: [
      'link set lo up',
      `link set ${HOST} up`,
      ...host.addresses.map((address) => `addr add ${address}/${prefixLength(rangeOf(host.on))} dev ${HOST}`),
      ...(isSegment(host.on) ? [] : [`route add default via ${firstAddress(rangeOf(host.on))}`]),
      ...(host.via === undefined ? [] : [`route add default via ${host.via}`]),
    ],
    bridge: [],
    nft: '',
  });
  return { ip, nodes: [...routers.map(routerSetup), ...hosts.map(hostSetup)], ports };
}

const isBridge = ({ second }: RouterNode): boolean => second !== undefined && 'bridged' in second;

function natOf(nat: RouterNat): string {
  switch (nat.by) {
    case 'foreign':
      return natText(nat.kind, WAN);
    case 'hand':
      return plainMasqueradeText(WAN);
    case 'product':
    case 'nobody':
      return '';
  }
}

/** Between stations only: the router itself still hears them. */
const MULTICAST_DROP = `table bridge lab_ap {
  chain forward {
    type filter hook forward priority filter;
    ip daddr 224.0.0.0/4 drop
  }
}
`;

/** In both directions, to and from everybody, the router included. */
const udpDrop = (port: string): string => `table bridge lab_no_udp_${port} {
  chain from_it {
    type filter hook prerouting priority filter;
    iifname "${port}" ip protocol udp drop
  }
  chain to_it {
    type filter hook postrouting priority filter;
    oifname "${port}" ip protocol udp drop
  }
}
`;
