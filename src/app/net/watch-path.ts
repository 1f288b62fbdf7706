/** Watches the path of a connection's bytes, as long as it is open. */
import type { Path } from '../../transfer/view.ts';
import type { Pair } from '../log/log.ts';
import { pairOf, pathOf } from './path.ts';

/**
 * Firefox has no event for a new pair. ICE settles within seconds, so the path is checked often at first, and after
 * each change; as long as it stays the same, each wait is twice as long as the last one, because statistics cost time.
 * In milliseconds.
 */
const SHORTEST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 2_000;

/** Reports the pair of candidates and the path now, and after each change. */
export async function watchPath(
  connection: Pick<RTCPeerConnection, 'signalingState' | 'getStats' | 'sctp'>,
  listener: { readonly path: (path: Path) => void; readonly pair: (pair: Pair) => void },
): Promise<void> {
  let last: Path | undefined;
  let lastPair = '';
  /** True when there is a new pair. */
  const report = async (): Promise<boolean> => {
    if (connection.signalingState === 'closed') return false;
    const pair = pairOf(await connection.getStats());
    if (pair === undefined) return false;
    const kinds = pair.join();
    const isSame = kinds === lastPair;
    if (!isSame) listener.pair(pair);
    lastPair = kinds;
    const path = pathOf(pair);
    if (path !== last) listener.path(path);
    last = path;
    return !isSame;
  };
  const ice = connection.sctp?.transport.iceTransport;
  if (ice && 'onselectedcandidatepairchange' in ice) {
    ice.addEventListener('selectedcandidatepairchange', () => void report());
    await report();
    return;
  }
  let wait = SHORTEST_WAIT_MS;
  while (connection.signalingState !== 'closed') {
    if (await report()) wait = SHORTEST_WAIT_MS;
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(2 * wait, LONGEST_WAIT_MS);
  }
}
