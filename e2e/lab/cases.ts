/** Cases on our own router that need no extra steps: one network, two phones, one file. */
import { type Case, DEFAULTS } from './case.ts';
import { cascade, oneRouter, PRODUCT, twoRouters } from './networks.ts';

const R1 = '192.168.1.144';
export const ON_THE_LAN = 'http://192.168.42.1:8080/';
export const ON_THE_BACKHAUL = `http://${R1}:8080/`;

const COMMON = {
  ...DEFAULTS,
  router: { node: 'r1', address: R1 },
  productNat: { r1: [] },
  nats: [{ client: 'client1', outside: 'far', kind: 'port-restricted cone' }],
  path: 'direct',
} as const;

const ONE_LAN = {
  ...COMMON,
  clients: [
    { name: 'Client 1', node: 'client1', url: ON_THE_LAN },
    { name: 'Client 2', node: 'client2', url: ON_THE_LAN },
  ],
} as const;

export const LAN: Case = { ...ONE_LAN, title: 'one access point', topology: oneRouter() };

/** N3: mDNS names lead nowhere, so only the address that the router's STUN shows can join the two. */
export const NO_MULTICAST: Case = {
  ...ONE_LAN,
  title: 'multicast is dropped',
  topology: oneRouter({ dropsMulticast: true }),
};

/** The access point isolates its stations: the router is the only machine that both reach. */
export const ISOLATION: Case = {
  ...ONE_LAN,
  title: 'stations are isolated',
  topology: oneRouter({ isolates: true }),
  path: 'relay',
};

/** A filter or a VPN leaves Client 1 nothing but TCP to the router's TURN server. */
export const NO_UDP: Case = {
  ...ONE_LAN,
  title: 'UDP of one phone is dropped',
  topology: oneRouter({ dropsUdpOf: ['client1'] }),
  nats: [],
  path: 'relay',
};
const [WITHOUT_UDP, WITH_UDP] = ONE_LAN.clients;
const FIREFOX = 'firefox';
export const NO_UDP_CASES: readonly Case[] = [
  NO_UDP,
  { ...NO_UDP, title: 'UDP of one phone is dropped, to it', clients: [WITH_UDP, WITHOUT_UDP] },
  { ...NO_UDP, title: 'UDP of a Firefox is dropped', clients: [{ ...WITHOUT_UDP, browser: FIREFOX }, WITH_UDP] },
  {
    ...NO_UDP,
    title: 'UDP of one phone is dropped, to a Firefox',
    clients: [WITHOUT_UDP, { ...WITH_UDP, browser: FIREFOX }],
  },
];

/** Both are outside their own router's reach of each other; STUN and TURN on r1 serve both. */
export const TWO_ROUTERS: Case = {
  ...COMMON,
  title: 'two of our routers',
  topology: twoRouters(PRODUCT, PRODUCT),
  productNat: { r1: [], r2: [] },
  clients: [
    { name: 'Client 1', node: 'client1', url: ON_THE_LAN },
    { name: 'Client 2', node: 'client2', url: ON_THE_BACKHAUL },
  ],
};

const HOME = 'port-restricted cone';
const CASCADE = {
  ...COMMON,
  topology: cascade(HOME),
  productNat: { r1: [], r2: [] },
  nats: [
    { client: 'client1', outside: 'near', kind: HOME },
    { client: 'client3', outside: 'near', kind: HOME },
    { client: 'client1', outside: 'far', kind: HOME },
  ],
} as const;
const BEHIND_HOME = { name: 'Client 1', node: 'client1', url: ON_THE_LAN } as const;

export const CASCADES: readonly Case[] = [
  {
    ...CASCADE,
    title: 'behind a home router, to another router of ours',
    clients: [BEHIND_HOME, { name: 'Client 2', node: 'client2', url: ON_THE_BACKHAUL }],
  },
  {
    ...CASCADE,
    title: 'behind a home router, to a neighbour on our LAN',
    clients: [BEHIND_HOME, { name: 'Neighbour', node: 'neighbour', url: ON_THE_LAN }],
  },
  {
    ...CASCADE,
    title: 'behind two home routers on our LAN',
    clients: [BEHIND_HOME, { name: 'Client 3', node: 'client3', url: ON_THE_LAN }],
  },
];
