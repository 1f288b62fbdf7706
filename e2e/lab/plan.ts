/** What it takes to build a network, as text for ip, bridge and nft. Pure. */
import { type Air, airOf, isOnAir, type Radio } from './air.ts';
import { natText, plainMasqueradeText } from './nat.ts';
import {
  cable,
  firstAddress,
  HOST,
  type HostNode,
  LAN,
  type RouterNat,
  type RouterNode,
  SECOND,
  type Topology,
  UPLINK,
  WAN,
} from './topology.ts';

/** Names of `WAN` and `SECOND` when both are ports of a bridge, which is then `WAN`. */
const BRIDGED = { [WAN]: 'cable0', [SECOND]: 'cable1' } as const;

/** What is done in one namespace, in this order. */
export type Setup = {
  readonly node: string;
  readonly sysctl: readonly string[];
  readonly ip: readonly string[];
  readonly bridge: readonly string[];
  readonly nft: string;
  /** What it does with its radios. */
  readonly air?: Air;
};
export type Plan = {
  /** Lines for `ip -batch` in the lab's own namespace. */
  readonly ip: readonly string[];
  readonly nodes: readonly Setup[];
  /** Names of the far ends of cables, by `cable(node, device)`: in the segment, or in the router with that LAN. */
  readonly ports: ReadonlyMap<string, string>;
  /** Radios that the nodes take, none where all is cable. */
  readonly radios: readonly Radio[];
};

/** The lab is about IPv4 NAT: a link-local IPv6 address that answers would blur it. */
const NO_IPV6 = ['net.ipv6.conf.all.disable_ipv6=1', 'net.ipv6.conf.default.disable_ipv6=1'];
/** Otherwise frames on a bridge would go through the IP rules of hosts that have Docker (N16). */
const BRIDGE_IS_A_SWITCH = 'net.bridge.bridge-nf-call-iptables=0';

const prefixLength = (range: string): string => range.slice(range.indexOf('/') + 1);
/** `namespaceOf` names the namespace of a node; `phys` are the radios that there are. */
export function plan(topology: Topology, namespaceOf: (node: string) => string, phys: readonly string[] = []): Plan {
  const { routers, hosts } = topology;
  const ranges = rangesOf(topology);
  const { ip, ports, bridged } = wiring(topology, namespaceOf);
  const ways: Ways = {
    rangeOf: (name) => found(ranges, name),
    isSegment: (name) => isSegment(topology, name),
    portsOf: (router) => bridged.get(router) ?? [],
    portOf: (host) => ports.get(cable(host, HOST)) ?? '',
  };
  const setups = [...routers.map((router) => routerSetup(router, ways)), ...hosts.map((host) => hostSetup(host, ways))];
  const { radios, nodes: airs } = airOf(topology, phys);
  const nodes = setups.map((setup) => {
    const air = airs.find(({ node }) => node === setup.node);
    return air === undefined ? setup : { ...setup, air };
  });
  return { ip, nodes, ports, radios };
}

const isSegment = ({ segments }: Topology, name: string): boolean => segments.some((segment) => segment.name === name);

const rangesOf = ({ segments, routers }: Topology): ReadonlyMap<string, string> =>
  new Map([
    ...segments.map(({ name, range }) => [name, range] as const),
    ...routers.map(({ name, lan }) => [name, lan] as const),
  ]);

function found(ranges: ReadonlyMap<string, string>, name: string): string {
  const range = ranges.get(name);
  if (range === undefined) throw new Error(`the topology has no segment or router "${name}"`);
  return range;
}

/** Namespaces, bridges and cables: all that is made before the setup inside. */
function wiring(topology: Topology, namespaceOf: (node: string) => string) {
  const { segments, routers, hosts } = topology;
  const ip: string[] = [];
  for (const { name } of segments) ip.push(`link add ${name} type bridge forward_delay 0`, `link set ${name} up`);
  for (const { name } of [...routers, ...hosts]) ip.push(`netns add ${namespaceOf(name)}`);
  for (const { name } of routers) ip.push(`link add ${LAN} netns ${namespaceOf(name)} type bridge forward_delay 0`);

  /** Ports of each router's LAN bridge. */
  const bridged = new Map<string, string[]>(routers.map(({ name }) => [name, []]));
  const ports = new Map<string, string>();
  /** A cable from a node's interface to a segment, or to a port of a router's LAN. */
  const plug = (node: string, device: string, to: string, called = device): void => {
    if (isOnAir(topology, to)) return;
    const port = `port${ports.size + 1}`;
    ports.set(cable(node, device), port);
    const isOpen = isSegment(topology, to);
    const end = isOpen ? '' : ` netns ${namespaceOf(to)}`;
    ip.push(`link add ${called} netns ${namespaceOf(node)} type veth peer name ${port}${end}`);
    if (isOpen) ip.push(`link set ${port} master ${to} up`);
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
  return { ip, ports, bridged };
}

/** What a node's setup needs to know of the whole. */
type Ways = {
  /** Range of a segment, or of a router's LAN. */
  readonly rangeOf: (name: string) => string;
  readonly isSegment: (name: string) => boolean;
  /** Ports of a router's LAN bridge. */
  readonly portsOf: (router: string) => readonly string[];
  /** The far end of a host's cable. */
  readonly portOf: (host: string) => string;
};

function routerSetup(router: RouterNode, ways: Ways): Setup {
  const ports = ways.portsOf(router.name);
  return {
    node: router.name,
    sysctl: [...NO_IPV6, BRIDGE_IS_A_SWITCH, 'net.ipv4.ip_forward=1'],
    ip: [
      'link set lo up',
      ...ports.map((port) => `link set ${port} master ${LAN} up`),
      `link set ${LAN} up`,
      ...(isBridge(router) ? BRIDGE_OF_CABLES : []),
      `link set ${WAN} up`,
      ...addressesAndRoutes(router, ways),
    ],
    bridge: router.isolates ? ports.map((port) => `link set dev ${port} isolated on`) : [],
    nft: [
      natOf(router.nat),
      router.dropsMulticast ? MULTICAST_DROP : '',
      ...(router.dropsUdpOf ?? []).map((host) => udpDrop(ways.portOf(host))),
    ].join(''),
  };
}

const BRIDGE_OF_CABLES = [
  `link add ${WAN} type bridge forward_delay 0`,
  ...Object.values(BRIDGED).map((device) => `link set ${device} master ${WAN} up`),
];

function addressesAndRoutes({ lan, wan, second, routes, uplink }: RouterNode, ways: Ways): readonly string[] {
  const lengthOf = (name: string): string => prefixLength(ways.rangeOf(name));
  const hasSecondAddress = second !== undefined && 'address' in second;
  return [
    `addr add ${firstAddress(lan)}/${prefixLength(lan)} dev ${LAN}`,
    `addr add ${wan.address}/${lengthOf(wan.on)} dev ${WAN}`,
    ...(hasSecondAddress
      ? [`link set ${SECOND} up`, `addr add ${second.address}/${lengthOf(second.on)} dev ${SECOND}`]
      : []),
    ...(routes ?? []).map(({ to, via }) => `route add ${to} via ${via}`),
    // A router on another router's LAN uses that router as its gateway; on the backhaul everybody is a neighbour.
    ...(ways.isSegment(wan.on) ? [] : [`route add default via ${firstAddress(ways.rangeOf(wan.on))}`]),
    ...(uplink === undefined
      ? []
      : [
          `link set ${UPLINK} up`,
          `addr add ${uplink.address}/${lengthOf(uplink.on)} dev ${UPLINK}`,
          `route add default via ${firstAddress(ways.rangeOf(uplink.on))}`,
        ]),
  ];
}

function hostSetup({ name, on, addresses, via }: HostNode, { rangeOf, isSegment }: Ways): Setup {
  return {
    node: name,
    sysctl: NO_IPV6,
    ip: [
      'link set lo up',
      `link set ${HOST} up`,
      ...addresses.map((address) => `addr add ${address}/${prefixLength(rangeOf(on))} dev ${HOST}`),
      ...(isSegment(on) ? [] : [`route add default via ${firstAddress(rangeOf(on))}`]),
      ...(via === undefined ? [] : [`route add default via ${via}`]),
    ],
    bridge: [],
    nft: '',
  };
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

/** Between stations only: the router itself still receives it. */
const MULTICAST_DROP = `table bridge lab_ap {
  chain forward {
    type filter hook forward priority filter;
    ip daddr 224.0.0.0/4 drop
  }
}
`;

/** In both directions and for all peers, including the router. */
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
