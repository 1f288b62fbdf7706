/** Loads simple-peer and all that deals with it, which nobody needs before somebody sends. */
import { parts } from '../late/parts.ts';
import type { Makers } from './links-ports.ts';

export const hasWebRtc = typeof RTCPeerConnection === 'function';

let loading: Promise<Makers> | undefined;
const load = async (): Promise<Makers> => (await import('./create-peer.ts')).peerMakers();

/** After a failure the next call tries again, if the browser does. */
export function loadPeer(): Promise<Makers> {
  loading ??= parts.fetch(load).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
