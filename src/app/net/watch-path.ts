/** Watches the path of a connection's bytes, as long as it is open. */
import type { Path } from '../../transfer/view.ts';
import type { Pair } from '../log/log.ts';
import { pairOf, pathOf } from './path.ts';

/**
 * Firefox has no event for a new pair. ICE settles within seconds, so the path is checked often at first, in
 * milliseconds.
 */
const LOOK_AT_PATH_MS = 250;
const UNSETTLED_MS = 10_000;
const LOOK_AT_SETTLED_PATH_MS = 2_000;

/** Reports the pair of candidates and the path now, and after each change. */
export async function watchPath(
  connection: RTCPeerConnection,
  listener: { readonly path: (path: Path) => void; readonly pair: (pair: Pair) => void },
): Promise<void> {
  let last: Path | undefined;
  let lastPair = '';
  const report = async () => {
    if (connection.signalingState === 'closed') return;
    const pair = pairOf(await connection.getStats());
    if (pair === undefined) return;
    const kinds = pair.join();
    if (kinds !== lastPair) listener.pair(pair);
    lastPair = kinds;
    const path = pathOf(pair);
    if (path !== last) listener.path(path);
    last = path;
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
