/** Loads the code that makes connections, with simple-peer. It is not needed before somebody sends. */
import { parts } from '../late/parts.ts';
import type { Makers } from './links-ports.ts';

export const hasWebRtc = typeof RTCPeerConnection === 'function';

const importMakers = async (): Promise<Makers> => (await import('./create-peer.ts')).peerMakers();
let loading: Promise<Makers> | undefined;

/** After a failure the next call tries again, if the browser does. */
export function loadPeer(): Promise<Makers> {
  loading ??= parts.fetch(importMakers).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
