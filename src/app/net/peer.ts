/** One WebRTC connection to another device, as the page knows it: what it is made with, what it tells, what can be done with it. */
import type { Fingerprint } from '../../protocol/fingerprint.ts';
import type { IceServer, Signal } from '../../protocol/signaling.ts';
import type { Path } from '../../transfer/view.ts';
import type { Pair } from '../log/log.ts';
import type { Reach } from './reach.ts';

export type LaneListener = {
  /** To be brought to the other side. */
  signal(signal: Signal): void;
  connected(): void;
  /** The connection is gone, or never came about. Called once, and not after `close`. */
  lost(): void;
};

export type PeerListener = Omit<LaneListener, 'connected'> & {
  /** `maxMessageBytes`: the largest message the other browser takes; `fingerprint`: of the certificate it has proved to have. */
  connected(maxMessageBytes: number, fingerprint: Fingerprint): void;
  path(path: Path): void;
  /** Whenever another pair of candidates is selected. */
  pair(pair: Pair): void;
  /** The browser has looked, and found no way at all by which it could be reached. */
  blocked(): void;
  /** The browser sees no answers on the path right now; it may recover. */
  wavering(wavering: boolean): void;
};

/** A connection for bulk frames alone, beside the one that has the control channel. */
export type LanePeer = {
  readonly bulk: RTCDataChannel;
  signal(signal: Signal): void;
  close(): void;
};

export type Peer = LanePeer & {
  readonly control: RTCDataChannel;
  /** By what ways this browser could be reached; `undefined` while it has not found out. */
  reach(): Reach | undefined;
  /** Round trip of a direct path in milliseconds; `undefined` where it is relayed or the browser does not tell. */
  directRoundTripMs(): Promise<number | undefined>;
};

export type PeerOptions = {
  readonly initiator: boolean;
  readonly iceServers: readonly IceServer[];
  /** This device's own, if it has one; else the browser makes one for this connection. */
  readonly certificate?: RTCCertificate | undefined;
  /** The one that the other side must have; any, where it is left out. */
  readonly fingerprint?: Fingerprint | undefined;
};
