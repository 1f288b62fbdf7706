/** Networks of several routers of ours, each with a LAN of its own. */
import { PRODUCT } from './networks.ts';
import type { HostNode, RouterNode, Segment, Topology } from './topology.ts';

export const BACKHAUL: Segment = { name: 'backhaul', range: '192.168.1.0/24' };
/** Where the lab looks at the routers from; it has no part in the mesh. */
export const OBSERVER: HostNode = { name: 'observer', on: BACKHAUL.name, addresses: ['192.168.1.250'] };
/** Every router copied from one disk image has this. */
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
