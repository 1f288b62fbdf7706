/**
 * Networks as data. What it takes to build one is in `plan.ts`.
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
import type { NatKind } from './nat.ts';

/** Interface names, the same on every machine. */
export const LAN = 'lan0';
export const WAN = 'wan0';
export const SECOND = 'wan1';
export const UPLINK = 'up0';
export const HOST = 'eth0';

/** A mesh of radios (802.11s) in place of a cable, under batman-adv. `password`: its members prove that they know it (SAE). */
export type MeshAir = {
  readonly id: string;
  /** 1 to 11. */
  readonly channel: number;
  readonly password?: string;
  /** Routers have one radio, which is access point and point of the mesh at once, on this channel. */
  readonly shares?: boolean;
};
/** Wi-Fi in place of the cables of a router's LAN: 802.11n, with WPA2 where it has a password. */
export type AccessPoint = { readonly ssid: string; readonly channel: number; readonly password?: string };

/** What a node has a radio for. */
export type RadioUse = 'access point' | 'station' | 'mesh';

export type Segment = { readonly name: string; readonly range: string; readonly air?: MeshAir };

export type RouterNat =
  /** Somebody else's home router. */
  | { readonly by: 'foreign'; readonly kind: NatKind }
  /** `masquerade` and nothing else. */
  | { readonly by: 'hand' }
  /** Ours: its own command applies its rules, not the topology. */
  | { readonly by: 'product' }
  /** It passes packets on and maps nothing. */
  | { readonly by: 'nobody' };

export type RouterNode = {
  readonly name: string;
  /** Range of its LAN; the router has the first address. */
  readonly lan: string;
  /** The segment, or the router on whose LAN this one is a client, and its address there. */
  readonly wan: { readonly on: string; readonly address: string };
  readonly nat: RouterNat;
  /** A line to the Internet: another segment, whose first address is the way out. */
  readonly uplink?: { readonly on: string; readonly address: string };
  /**
   * A second cable, to another segment: either a separate network, with the router's address there, or `bridged` with
   * the first into one network.
   */
  readonly second?: { readonly on: string } & ({ readonly address: string } | { readonly bridged: true });
  /** Networks behind its neighbours on the backhaul, with the neighbour's address. */
  readonly routes?: readonly { readonly to: string; readonly via: string }[];
  /** Its LAN is on the air: hosts there are stations. */
  readonly accessPoint?: AccessPoint;
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
  /** Hosts that probe NATs have more than one. */
  readonly addresses: readonly string[];
  /** Its gateway. By default, on a LAN, the LAN's router. */
  readonly via?: string;
};

export type Topology = {
  readonly segments: readonly Segment[];
  readonly routers: readonly RouterNode[];
  readonly hosts: readonly HostNode[];
  /**
   * Which radios hear each other: those for which this gives numbers that share a bit. Without it all do. `World.hearing` changes it
   * later.
   */
  readonly reach?: (node: string, what: RadioUse) => number;
};

/** A cable is named by its end at a node. */
export const cable = (node: string, device: string): string => `${node} ${device}`;

/** The first address of a range, which routers take. */
export const firstAddress = (range: string): string => range.replace(/\d+\/\d+$/, '1');
