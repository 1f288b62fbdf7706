/**
 * One WebRTC connection to another device; the only file that knows simple-peer. It sets up the connection and keeps
 * two negotiated channels beside simple-peer's own, which stays unused: its stream splits messages, and each further
 * in-band channel would replace it on the answering side.
 */
import type SimplePeer from 'simple-peer';
import { CHANNEL_IDS } from '../protocol/limits.ts';
import type { IceServer, Signal } from '../protocol/signaling.ts';
import type { Path } from '../transfer/view.ts';
import { pathOf, roundTripMsOf } from './path.ts';

export type LaneListener = {
  /** To be brought to the other side. */
  signal(signal: Signal): void;
  connected(): void;
  /** The connection is gone, or never came about. Called once, and not after `close`. */
  lost(): void;
};

export type PeerListener = Omit<LaneListener, 'connected'> & {
  /** `maxMessageBytes`: the largest message the other browser takes. */
  connected(maxMessageBytes: number): void;
  path(path: Path): void;
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
  /** Round trip of a direct path in milliseconds; `undefined` where it is relayed or the browser does not tell. */
  directRoundTripMs(): Promise<number | undefined>;
};

export type PeerOptions = { readonly initiator: boolean; readonly iceServers: readonly IceServer[] };

/** What RFC 8841 section 6.1 assumes when a browser does not tell: every browser takes messages of this size. */
const DEFAULT_MAX_MESSAGE_BYTES = 64 * 1024;

export const hasWebRtc = typeof RTCPeerConnection === 'function';

let loading: Promise<typeof SimplePeer> | undefined;

/** Loads simple-peer, which is not needed before somebody sends. After a failure the next call tries again. */
export function loadPeer(): Promise<typeof SimplePeer> {
  loading ??= import('simple-peer').then(
    ({ default: PeerClass }) => PeerClass,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Starts to connect. `PeerClass` comes from `loadPeer`. */
export function createPeer(PeerClass: typeof SimplePeer, options: PeerOptions, listener: PeerListener): Peer {
  const { peer, connection, open, ...shared } = start(PeerClass, options, listener);
  const control = open('control');
  const bulk = open('bulk');
  peer.on('connect', () => {
    listener.connected(connection.sctp?.maxMessageSize ?? DEFAULT_MAX_MESSAGE_BYTES);
    void watchPath(connection, listener);
  });
  connection.addEventListener('iceconnectionstatechange', () =>
    listener.wavering(connection.iceConnectionState === 'disconnected'),
  );
  return {
    ...shared,
    control,
    bulk,
    async directRoundTripMs() {
      const stats = await connection.getStats();
      return pathOf(stats) === 'direct' ? roundTripMsOf(stats) : undefined;
    },
  };
}

/** Starts to connect for a lane. */
export function createLane(PeerClass: typeof SimplePeer, options: PeerOptions, listener: LaneListener): LanePeer {
  const { peer, signal, close, open } = start(PeerClass, options, listener);
  peer.on('connect', () => listener.connected());
  return { signal, close, bulk: open('bulk') };
}

/** What every connection has, with a lane's channel or with both. */
function start(PeerClass: typeof SimplePeer, options: PeerOptions, listener: Pick<LaneListener, 'signal' | 'lost'>) {
  const peer = new PeerClass({
    initiator: options.initiator,
    trickle: true,
    objectMode: true,
    config: { iceServers: [...options.iceServers] }, // always given: simple-peer's default names public servers
  });
  const connection = connectionOf(peer);
  const open = (label: keyof typeof CHANNEL_IDS) =>
    connection.createDataChannel(label, { negotiated: true, id: CHANNEL_IDS[label] });

  let over = false;
  const lost = () => {
    if (over) return;
    over = true;
    listener.lost();
  };
  peer.on('signal', (data) => {
    const signal = toSignal(data);
    if (signal) listener.signal(signal);
  });
  peer.on('close', lost);
  peer.on('error', lost);
  return {
    peer,
    connection,
    open,
    signal(signal: Signal) {
      if (over || signal.type === 'refuse') return;
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

/** simple-peer keeps its RTCPeerConnection in a field that its types do not mention. */
function connectionOf(peer: SimplePeer.Instance): RTCPeerConnection {
  const inner: unknown = Reflect.get(peer, '_pc');
  if (!(inner instanceof RTCPeerConnection)) throw new TypeError('simple-peer no longer keeps its connection in _pc');
  return inner;
}

/** Firefox has no event for another pair. ICE settles within seconds, so it is looked at often at first, in milliseconds. */
const LOOK_AT_PATH_MS = 250;
const UNSETTLED_MS = 10_000;
const LOOK_AT_SETTLED_PATH_MS = 2_000;

/** Reports the path now, and whenever it is another one. */
async function watchPath(connection: RTCPeerConnection, listener: PeerListener): Promise<void> {
  let last: Path | undefined;
  const report = async () => {
    if (connection.signalingState === 'closed') return;
    const path = pathOf(await connection.getStats());
    if (path === undefined || path === last) return;
    last = path;
    listener.path(path);
  };
  const ice = connection.sctp?.transport.iceTransport;
  if (ice && 'onselectedcandidatepairchange' in ice) {
    ice.addEventListener('selectedcandidatepairchange', () => void report());
    return report();
  }
  const start = performance.now();
  while (connection.signalingState !== 'closed') {
    await report();
    const unsettled = performance.now() - start < UNSETTLED_MS;
    await new Promise((resolve) => setTimeout(resolve, unsettled ? LOOK_AT_PATH_MS : LOOK_AT_SETTLED_PATH_MS));
  }
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
