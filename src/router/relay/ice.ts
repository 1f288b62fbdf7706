/**
 * Which ICE servers serve a pair of devices. Pure: addresses and credentials come in, a list goes out.
 *
 * - STUN of the own router on the LAN: shows a client its LAN address, which browsers otherwise hide behind an mDNS
 * name that many access points do not carry.
 * - STUN on the other side of the own NAT: shows the mapping to which a peer outside must send. Best is that peer's
 * router; else the own router's backhaul address, to which our nftables rules (net/nft.ts) map clients as if they were
 * leaving.
 * - TURN of the own router, for both sides, for pairs whose NATs allow nothing else; over UDP, and last over TCP, for a
 * client whose UDP is dropped on its way to the router (a filter, a VPN, an odd access point). coturn answers both or
 * neither, and a live server answers TCP at once, so this delays nobody's gathering.
 *
 * Never more than two STUN servers, since each dead one delays Chromium; literal addresses only; nothing outside these
 * networks, ever.
 */
import type { DeviceId, IceServer } from '../../protocol/signaling.ts';
import type { ClientPosition } from '../net/networks.ts';
import type { TurnCredential } from './credentials.ts';

/** A device of this router, and the address its socket comes from. */
export type Party = { readonly id: DeviceId; readonly address: string };

/** A device behind another router, and the STUN server of that router. */
export type FarParty = { readonly id: DeviceId; readonly stun?: Server };

/** The servers that `device` uses to reach `peer`. */
export type IceServersFor = (device: Party, peer: Party | FarParty) => readonly IceServer[];

export const noIceServers: IceServersFor = () => [];

export type Server = { readonly address: string; readonly port: number };

/** Where a peer is: at this router, or behind another one that may offer STUN on the backhaul. */
export type PeerPosition = ClientPosition | { readonly stun?: Server };

/** The source of STUN and TURN now. */
export type Offer =
  | { readonly by: 'nobody' }
  /** A server that the operator runs and has named, for everyone. */
  | { readonly by: 'operator'; readonly server: Server }
  | {
      readonly by: 'router';
      readonly lan?: string;
      readonly backhaul?: string;
      readonly port: number;
      /** True when coturn runs; otherwise only STUN is answered. */
      readonly relay: boolean;
    };

type RouterOffer = Extract<Offer, { by: 'router' }>;

/** The servers for a client at `self` that wants to reach a peer at `peer`. */
export function iceServers(
  offer: Offer,
  self: ClientPosition,
  peer: PeerPosition,
  mint: () => TurnCredential,
): readonly IceServer[] {
  switch (offer.by) {
    case 'nobody':
      return [];
    case 'operator':
      return [stun(offer.server), turn(offer.server, 'udp', mint())];
    case 'router': {
      const near = nearest(offer, self);
      if (near === undefined) return [];
      const beyond = self === 'lan' ? beyondNat(offer, peer) : undefined;
      const stuns = beyond === undefined || beyond.address === near.address ? [near] : [near, beyond];
      return [...stuns.map(stun), ...(offer.relay ? relays(near, mint()) : [])];
    }
  }
}

/** The router's address on the client's own side, which the client reaches whatever the router's NAT does. */
function nearest({ lan, backhaul, port }: RouterOffer, self: ClientPosition): Server | undefined {
  const address = self === 'backhaul' ? (backhaul ?? lan) : (lan ?? backhaul);
  return address === undefined ? undefined : { address, port };
}

/** A server that sees clients of the LAN as this peer will. Two devices on one LAN need none. */
function beyondNat({ backhaul, port }: RouterOffer, peer: PeerPosition): Server | undefined {
  if (peer === 'lan') return undefined;
  if (typeof peer === 'object' && peer.stun !== undefined) return peer.stun;
  return backhaul === undefined ? undefined : { address: backhaul, port };
}

const stun = ({ address, port }: Server): IceServer => ({ urls: `stun:${address}:${port}` });
const turn = ({ address, port }: Server, transport: 'udp' | 'tcp', credential: TurnCredential): IceServer => ({
  urls: `turn:${address}:${port}?transport=${transport}`,
  ...credential,
});
const relays = (server: Server, credential: TurnCredential): readonly IceServer[] => [
  turn(server, 'udp', credential),
  turn(server, 'tcp', credential),
];
