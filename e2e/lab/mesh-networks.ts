/** Networks of several routers of ours, each with its own LAN. */
import { PRODUCT } from './networks.ts';
import type { HostNode, RouterNode, Segment, Topology } from './topology.ts';

export const BACKHAUL: Segment = { name: 'backhaul', range: '192.168.1.0/24' };
/** The host from which the lab watches the routers; it has no part in the mesh. */
export const OBSERVER: HostNode = { name: 'observer', on: BACKHAUL.name, addresses: ['192.168.1.250'] };
/** The LAN of every router that was copied from the same disk image. */
const CLONED_LAN = '192.168.42.0/24';

/** Router number one is `r1`. */
const backhaulAddress = (number: number): string => `192.168.1.${number}`;
const ownLan = (number: number): string => `192.168.${50 + number}.0/24`;

const ours = (number: number, lan: string): RouterNode => ({
  name: `r${number}`,
  lan,
  wan: { on: BACKHAUL.name, address: backhaulAddress(number) },
  nat: PRODUCT,
});

/** The device numbered 0, 1, ... of a LAN. */
const deviceAddress = (lan: string, index: number): string => lan.replace(/\d+\/\d+$/, String(100 + index));

/**
 * So many routers on one backhaul, and devices on the LANs of some of them: `{ ann: 'r1' }`.
 *
 *      ann --- r1 .1 ---+
 *              r2 .2 ---+--- backhaul 192.168.1.0/24 --- observer
 *      bob --- r3 .3 ---+
 *
 * `cloned`: every LAN has the same range and every router the same address there, as copies of one disk image have. Devices
 * of different routers then have the same addresses as well.
 */
export function mesh(
  routers: number,
  devices: Readonly<Record<string, string>>,
  lans: 'own' | 'cloned' = 'own',
): Topology {
  const numbers = Array.from({ length: routers }, (_, index) => index + 1);
  const nodes = numbers.map((number) => ours(number, lans === 'own' ? ownLan(number) : CLONED_LAN));
  const taken = new Map<string, number>();
  const hosts = Object.entries(devices).map(([name, on]) => {
    const lan = nodes.find((node) => node.name === on)?.lan ?? '';
    const index = taken.get(on) ?? 0;
    taken.set(on, index + 1);
    return { name, on, addresses: [deviceAddress(lan, index)] };
  });
  return { segments: [BACKHAUL], routers: nodes, hosts: [...hosts, OBSERVER] };
}

const chainEnds: readonly HostNode[] = [
  { name: 'Ann', on: 'r1', addresses: [deviceAddress(ownLan(1), 0)] },
  { name: 'Bob', on: 'r4', addresses: [deviceAddress(ownLan(4), 0)] },
];

const segments = (...ranges: readonly string[]): readonly Segment[] =>
  ranges.map((range, index) => ({ name: `cable${index + 1}`, range }));

/**
 * Three cables and no switch. The routers in the middle have two ports and make one network of them.
 *
 *      Ann --- r1 .1 --- cable1 --- r2 .2 --- cable2 --- r3 .3 --- cable3 --- r4 .4 --- Bob
 */
export function bridgedChain(): Topology {
  const range = BACKHAUL.range;
  const at = (number: number, on: string, second?: string): RouterNode => ({
    ...ours(number, ownLan(number)),
    wan: { on, address: backhaulAddress(number) },
    ...(second !== undefined && { second: { on: second, bridged: true } }),
  });
  return {
    segments: segments(range, range, range),
    routers: [at(1, 'cable1'), at(2, 'cable1', 'cable2'), at(3, 'cable2', 'cable3'), at(4, 'cable3')],
    hosts: [...chainEnds, { ...OBSERVER, on: 'cable1' }],
  };
}

/**
 * Three cables, each a network of its own, joined by machines that only pass packets on and know all three networks, as a
 * routing daemon or their owner told them.
 *
 *      Ann --- r1 ------------ x2 ------------ x3 ------------ r4 --- Bob
 *              192.168.1.1   .2  192.168.2.2   .3  192.168.3.3   .1
 */
export function routedChain(): Topology {
  const plain = { nat: { by: 'nobody' } } as const;
  return {
    segments: segments('192.168.1.0/24', '192.168.2.0/24', '192.168.3.0/24'),
    routers: [
      {
        ...ours(1, ownLan(1)),
        wan: { on: 'cable1', address: '192.168.1.1' },
        routes: [
          { to: '192.168.2.0/24', via: '192.168.1.2' },
          { to: '192.168.3.0/24', via: '192.168.1.2' },
        ],
      },
      {
        ...plain,
        name: 'x2',
        lan: '10.0.2.0/24',
        wan: { on: 'cable1', address: '192.168.1.2' },
        second: { on: 'cable2', address: '192.168.2.2' },
        routes: [{ to: '192.168.3.0/24', via: '192.168.2.3' }],
      },
      {
        ...plain,
        name: 'x3',
        lan: '10.0.3.0/24',
        wan: { on: 'cable2', address: '192.168.2.3' },
        second: { on: 'cable3', address: '192.168.3.3' },
        routes: [{ to: '192.168.1.0/24', via: '192.168.2.2' }],
      },
      {
        ...ours(4, ownLan(4)),
        wan: { on: 'cable3', address: '192.168.3.1' },
        routes: [
          { to: '192.168.1.0/24', via: '192.168.3.3' },
          { to: '192.168.2.0/24', via: '192.168.3.3' },
        ],
      },
    ],
    hosts: [...chainEnds, { ...OBSERVER, on: 'cable1', via: '192.168.1.2' }],
  };
}
/** `--mesh-peers` of the routed chain: beacons do not pass a router, so the ends are told each other's addresses. */
export const ROUTED_PEERS: Readonly<Record<string, readonly string[]>> = {
  r1: ['--mesh-peers', '192.168.3.1'],
  r4: ['--mesh-peers', '192.168.1.1'],
};
