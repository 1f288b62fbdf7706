/**
 * One WebRTC connection to another device; the only file that knows simple-peer. It sets up the connection and keeps
 * two negotiated channels beside simple-peer's own, which stays unused: its stream splits messages, and each further
 * in-band channel would replace it on the answering side.
 */
import type SimplePeer from 'simple-peer';
import { type Fingerprint, fingerprintOf } from '../../protocol/fingerprint.ts';
import { CHANNEL_IDS } from '../../protocol/limits.ts';
import type { IceServer, Signal } from '../../protocol/signaling.ts';
import type { Path } from '../../transfer/view.ts';
import { parts } from '../late/parts.ts';
import { pathOf, roundTripMsOf } from './path.ts';
import { type Gathering, type Reach, reachOf } from './reach.ts';
import { watchPath } from './watch-path.ts';

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

/** A candidate may be told later than the end of them, where its name has to be registered first. In milliseconds. */
const LATE_CANDIDATE_MS = 2_000;
/** What RFC 8841 section 6.1 assumes when a browser does not tell: every browser takes messages of this size. */
const DEFAULT_MAX_MESSAGE_BYTES = 64 * 1024;

export const hasWebRtc = typeof RTCPeerConnection === 'function';

const importPeer = async () => (await import('simple-peer')).default;
let loading: Promise<typeof SimplePeer> | undefined;

/** Loads simple-peer, which is not needed before somebody sends. After a failure the next call tries again, where the browser does. */
export function loadPeer(): Promise<typeof SimplePeer> {
  loading ??= parts.fetch(importPeer).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Starts to connect. `PeerClass` comes from `loadPeer`. `undefined` where the browser makes no more connections (Chromium
 * has 500 for a page); then the listener hears nothing.
 */
export function createPeer(
  PeerClass: typeof SimplePeer,
  options: PeerOptions,
  listener: PeerListener,
): Peer | undefined {
  const labels = ['control', 'bulk'] as const;
  const started =
    start(PeerClass, options, listener, labels) ??
    // A browser refuses a certificate that has ended, also by a clock that was set a moment ago.
    (options.certificate && start(PeerClass, { ...options, certificate: undefined }, listener, labels));
  if (!started) return undefined;
  const { peer, connection, channels, candidates, ...shared } = started;
  peer.on('connect', () => {
    // Read back from the browser: what it enforces, and not what was said to it.
    const fingerprint = fingerprintOf(connection.remoteDescription?.sdp ?? '');
    if (fingerprint === undefined) {
      peer.destroy();
      return;
    }
    listener.connected(connection.sctp?.maxMessageSize ?? DEFAULT_MAX_MESSAGE_BYTES, fingerprint);
    void watchPath(connection, listener);
  });
  let gathering: Gathering = 'under way';
  const reach = () => reachOf(candidates, gathering);
  connection.addEventListener('icegatheringstatechange', () => {
    // ICE itself says nothing of it: it waits for the other side's candidates until the time is over.
    if (connection.iceGatheringState !== 'complete') return;
    gathering = 'ended';
    setTimeout(() => {
      gathering = 'settled';
      if (reach() === 'none') listener.blocked();
    }, LATE_CANDIDATE_MS);
  });
  connection.addEventListener('iceconnectionstatechange', () =>
    listener.wavering(connection.iceConnectionState === 'disconnected'),
  );
  return {
    ...shared,
    ...channels,
    reach,
    async directRoundTripMs() {
      const stats = await connection.getStats();
      return pathOf(stats) === 'direct' ? roundTripMsOf(stats) : undefined;
    },
  };
}

/** Starts to connect for a lane. `undefined` as above. */
export function createLane(
  PeerClass: typeof SimplePeer,
  options: PeerOptions,
  listener: LaneListener,
): LanePeer | undefined {
  const started = start(PeerClass, options, listener, ['bulk']);
  if (!started) return undefined;
  const { peer, signal, close, channels } = started;
  peer.on('connect', () => listener.connected());
  return { signal, close, ...channels };
}

/** What every connection has, and its channels by name. */
function start<Label extends keyof typeof CHANNEL_IDS>(
  PeerClass: typeof SimplePeer,
  options: PeerOptions,
  listener: Pick<LaneListener, 'signal' | 'lost'>,
  labels: readonly Label[],
) {
  const peer = make(PeerClass, options);
  if (!peer) return undefined;
  // What a browser refuses is an 'error' event: simple-peer emits it in a moment, and without a listener it would be thrown.
  let over = false;
  const lost = () => {
    if (over) return;
    over = true;
    listener.lost();
  };
  const candidates: string[] = [];
  peer.on('signal', (data) => {
    const signal = toSignal(data);
    if (signal?.type === 'candidate') candidates.push(signal.candidate);
    if (signal) listener.signal(signal);
  });
  peer.on('close', lost);
  peer.on('error', lost);
  const connection = connectionOf(peer);
  const channels = connection && open(connection, labels);
  if (!connection || !channels) {
    over = true;
    peer.destroy();
    return undefined;
  }
  let isDescribed = false;
  return {
    peer,
    connection,
    channels,
    candidates,
    signal(signal: Signal) {
      if (over || signal.type === 'refuse') return;
      if (signal.type !== 'candidate') {
        // A browser would begin DTLS anew with whoever a later description names, under the channels that are open.
        if (isDescribed) return;
        isDescribed = true;
        const fingerprint = fingerprintOf(signal.sdp);
        if (fingerprint === undefined || (options.fingerprint && fingerprint !== options.fingerprint)) {
          peer.destroy();
          return;
        }
      }
      try {
        peer.signal(fromSignal(signal));
      } catch {
        peer.destroy(); // the other side says what no browser says
      }
    },
    close() {
      over = true;
      peer.destroy();
    },
  };
}

function make(
  PeerClass: typeof SimplePeer,
  { initiator, iceServers, certificate }: PeerOptions,
): SimplePeer.Instance | undefined {
  try {
    return new PeerClass({
      initiator,
      trickle: true,
      objectMode: true,
      config: {
        iceServers: [...iceServers], // always given: simple-peer's default names public servers
        ...(certificate && { certificates: [certificate] }),
      },
    });
  } catch {
    return undefined; // its own channel is made in its constructor, and a browser may refuse that too
  }
}

/** The negotiated channels, or `undefined` where the browser gives none any more. */
function open<Label extends keyof typeof CHANNEL_IDS>(
  connection: RTCPeerConnection,
  labels: readonly Label[],
): Record<Label, RTCDataChannel> | undefined {
  try {
    const channels = labels.map((label) => [
      label,
      connection.createDataChannel(label, { negotiated: true, id: CHANNEL_IDS[label] }),
    ]);
    return Object.fromEntries(channels) as Record<Label, RTCDataChannel>;
  } catch {
    return undefined;
  }
}

/**
 * simple-peer keeps its RTCPeerConnection in a field that its types do not mention. `undefined`: the browser refused to
 * make one, and simple-peer has ended itself.
 */
function connectionOf(peer: SimplePeer.Instance): RTCPeerConnection | undefined {
  const inner: unknown = Reflect.get(peer, '_pc');
  if (inner === undefined && Reflect.get(peer, 'destroying') === true) return undefined;
  if (!(inner instanceof RTCPeerConnection)) throw new TypeError('simple-peer no longer keeps its connection in _pc');
  return inner;
}

/** What simple-peer wants to tell the other side, if it is something that data channels need. */
function toSignal(data: SimplePeer.SignalData): Signal | undefined {
  switch (data.type) {
    case 'offer':
    case 'answer':
      return { type: data.type, sdp: data.sdp ?? '' };
    case 'candidate': {
      const { candidate, sdpMid, sdpMLineIndex } = data.candidate;
      return {
        type: 'candidate',
        candidate: candidate ?? '',
        ...(typeof sdpMid === 'string' && { sdpMid }),
        ...(typeof sdpMLineIndex === 'number' && { sdpMLineIndex }),
      };
    }
    default:
      return undefined;
  }
}

function fromSignal(signal: Exclude<Signal, { readonly type: 'refuse' }>): SimplePeer.SignalData {
  if (signal.type !== 'candidate') return { type: signal.type, sdp: signal.sdp };
  const { type, ...candidate } = signal;
  return { type, candidate: candidate as RTCIceCandidate }; // simple-peer passes it to `new RTCIceCandidate`, which takes an init
}
