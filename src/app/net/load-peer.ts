/** Loads simple-peer, which is not needed before somebody sends. */
import { parts } from '../late/parts.ts';
import { peerMakers } from './create-peer.ts';
import type { Makers } from './links-ports.ts';

export const hasWebRtc = typeof RTCPeerConnection === 'function';

let loading: Promise<Makers> | undefined;

/** After a failure the next call tries again, if the browser does. */
export function loadPeer(): Promise<Makers> {
  loading ??= parts.fetch(peerMakers).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
