/** One WebRTC connection to another device, as the page knows it: its options, its events, its methods. */
import type { Fingerprints } from '../../protocol/fingerprint.ts';
import type { IceServer, Signal } from '../../protocol/signaling.ts';
import type { Path } from '../../transfer/view.ts';
import type { Pair } from '../log/log.ts';
import type { Reach } from './reach.ts';

export type LaneListener = {
  /** A signal for the other side. */
  signal(signal: Signal): void;
  connected(): void;
  /** The connection is gone, or could not be made. Called once, and not after `close`. */
  lost(): void;
};

export type PeerListener = Omit<LaneListener, 'connected'> & {
  /** `maxMessageBytes`: the largest message that the other browser accepts. */
  connected(maxMessageBytes: number, fingerprints: Fingerprints): void;
  path(path: Path): void;
  /** Called whenever another pair of candidates is selected. */
  pair(pair: Pair): void;
  /** The browser has looked, and found no path at all by which it could be reached. */
  blocked(): void;
  /** The browser gets no answers on the path at the moment; it may recover. */
  wavering(wavering: boolean): void;
};

/** A connection for bulk frames alone, beside the one with the control channel. */
export type LanePeer = {
  readonly bulk: RTCDataChannel;
  signal(signal: Signal): void;
  close(): void;
};

export type Peer = LanePeer & {
  readonly control: RTCDataChannel;
  /** How this browser could be reached; `undefined` while it has not found out. */
  reach(): Reach | undefined;
  /** Round trip of a direct path in milliseconds; `undefined` when it is relayed or the browser does not tell. */
  directRoundTripMs(): Promise<number | undefined>;
};

export type PeerOptions = {
  readonly initiator: boolean;
  readonly iceServers: readonly IceServer[];
};
