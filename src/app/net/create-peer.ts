/** Makes the connections to other devices, and reports their events. */
import { fingerprintOf } from '../../protocol/fingerprint.ts';
import type { Makers } from './links-ports.ts';
import { pairOf, pathOf, roundTripMsOf } from './path.ts';
import type { LaneListener, LanePeer, Peer, PeerListener, PeerOptions } from './peer.ts';
import { type Gathering, reachOf } from './reach.ts';
import { start } from './simple-peer.ts';
import { watchPath } from './watch-path.ts';

/** A candidate may come later than the end of gathering, when its name must first be registered. In milliseconds. */
const LATE_CANDIDATE_MS = 2_000;
/** The default of RFC 8841 section 6.1 when a browser does not state a size: every browser accepts such messages. */
const DEFAULT_MAX_MESSAGE_BYTES = 64 * 1024;

export const peerMakers = (): Makers => ({ peer: createPeer, lane: createLane });

/**
 * Starts to connect. `undefined` when the browser makes no more connections (Chromium has 500 for a page); the listener
 * is then never called.
 */
function createPeer(options: PeerOptions, listener: PeerListener): Peer | undefined {
  const labels = ['control', 'bulk'] as const;
  const started = start(options, listener, labels);
  if (!started) return undefined;
  const { peer, connection, channels, candidates, ...shared } = started;
  peer.on('connect', () => {
    // Read back from the browser: the descriptions that it enforces, and not those that it was given.
    const own = fingerprintOf(connection.localDescription?.sdp ?? '');
    const other = fingerprintOf(connection.remoteDescription?.sdp ?? '');
    if (own === undefined || other === undefined) {
      peer.destroy();
      return;
    }
    listener.connected(connection.sctp?.maxMessageSize ?? DEFAULT_MAX_MESSAGE_BYTES, { own, other });
    void watchPath(connection, listener);
  });
  let gathering: Gathering = 'under way';
  const reach = () => reachOf(candidates, gathering);
  connection.addEventListener('icegatheringstatechange', () => {
    // ICE itself does not report this: it waits for the other side's candidates until the time is over.
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
function createLane(options: PeerOptions, listener: LaneListener): LanePeer | undefined {
  const started = start(options, listener, ['bulk']);
  if (!started) return undefined;
  const { peer, signal, close, channels } = started;
  peer.on('connect', () => listener.connected());
  return { signal, close, ...channels };
}
