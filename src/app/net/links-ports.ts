/** What the connections to other devices need of the rest of the page. */
import type { LinkId, PageMessage } from '../../engine/api/api.ts';
import type { ClientMessage, ConnectionId, Device, DeviceId } from '../../protocol/signaling.ts';
import type { LaneListener, LanePeer, Peer, PeerListener, PeerOptions } from './peer.ts';

export type LinksPorts = {
  /** Resolves to the functions that make peers, once the engine listens and simple-peer is loaded. */
  readonly prepare: () => Promise<Makers>;
  readonly signal: (message: ClientMessage) => boolean;
  readonly hand: (
    message: { link: LinkId; peer: DeviceId; peerName: string; connection: ConnectionId },
    peer: Peer,
  ) => void;
  readonly handLane: (link: LinkId, bulk: RTCDataChannel) => void;
  readonly tell: (
    message: Extract<PageMessage, { readonly type: `link-${string}` | 'no-link' | 'lane-signal' }>,
  ) => void;
  readonly newConnectionId: () => ConnectionId;
  readonly canTransfer: boolean;
  /** Own id. */
  readonly self: DeviceId;
  readonly device: (id: DeviceId) => Device | undefined;
  /** True for a person who was made sure of, and for a device with which a transfer was agreed before: no strangers. */
  readonly isKnown: (id: DeviceId) => boolean;
  /** False for a device whose calls are not answered, as if nobody were here. `isInvited`: a person here calls it. */
  readonly hears: (id: DeviceId, isInvited: boolean) => boolean;
  /** False for a stranger who would find no place for an offer: then no connection is made for it either. */
  readonly isHeeded: (id: DeviceId) => boolean;
  /** The router that this device is at now, once it is known. */
  readonly ownRouter: () => string | undefined;
  /** A path has no answers: the network here may have changed. */
  readonly doubt: () => void;
};

/** `createPeer` and `createLane` with simple-peer already in them. `undefined`: the browser makes no more connections. */
export type Makers = {
  readonly peer: (options: PeerOptions, listener: PeerListener) => Peer | undefined;
  readonly lane: (options: PeerOptions, listener: LaneListener) => LanePeer | undefined;
};
