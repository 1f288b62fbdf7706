/** Makes the connections to other devices, and tells what becomes of them. */
import { fingerprintOf } from '../../protocol/fingerprint.ts';
import type { Makers } from './links-ports.ts';
import { pairOf, pathOf, roundTripMsOf } from './path.ts';
import type { LaneListener, LanePeer, Peer, PeerListener, PeerOptions } from './peer.ts';
import { type Gathering, reachOf } from './reach.ts';
import { loadSimplePeer, type PeerClass, start } from './simple-peer.ts';
import { watchPath } from './watch-path.ts';

/** A candidate may be told later than the end of them, where its name has to be registered first. In milliseconds. */
const LATE_CANDIDATE_MS = 2_000;
/** What RFC 8841 section 6.1 assumes when a browser does not tell: every browser takes messages of this size. */
const DEFAULT_MAX_MESSAGE_BYTES = 64 * 1024;

/** The means to make connections, once simple-peer is here. */
export async function peerMakers(): Promise<Makers> {
  const SimplePeer = await loadSimplePeer();
  return {
    peer: (options, listener) => createPeer(SimplePeer, options, listener),
    lane: (options, listener) => createLane(SimplePeer, options, listener),
  };
}

/**
 * Starts to connect. `undefined` where the browser makes no more connections (Chromium has 500 for a page); then the listener
 * hears nothing.
 */
function createPeer(SimplePeer: PeerClass, options: PeerOptions, listener: PeerListener): Peer | undefined {
  const labels = ['control', 'bulk'] as const;
  const started =
    start(SimplePeer, options, listener, labels) ??
    // A browser refuses a certificate that has ended, also by a clock that was set a moment ago.
    (options.certificate && start(SimplePeer, { ...options, certificate: undefined }, listener, labels));
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
      const pair = pairOf(stats);
      return pair && pathOf(pair) === 'direct' ? roundTripMsOf(stats) : undefined;
    },
  };
}

/** Starts to connect for a lane. `undefined` as above. */
function createLane(SimplePeer: PeerClass, options: PeerOptions, listener: LaneListener): LanePeer | undefined {
  const started = start(SimplePeer, options, listener, ['bulk']);
  if (!started) return undefined;
  const { peer, signal, close, channels } = started;
  peer.on('connect', () => listener.connected());
  return { signal, close, ...channels };
}
