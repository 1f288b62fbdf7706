/** Makes the connection of an attempt, and hands its channels to the engine. */
import type { IceServer } from '../../protocol/signaling.ts';
import type { Attempt } from './attempt.ts';
import { lanesOf } from './lanes-of.ts';
import type { LinksPorts, Makers } from './links-ports.ts';
import type { PeerListener } from './peer.ts';

type Means = {
  readonly iceServers: readonly IceServer[];
  readonly ports: LinksPorts;
  readonly listener: PeerListener;
  /** True when the attempt was ended meanwhile. */
  readonly isOver: () => boolean;
  /** A lane is gone, and with it an unknown part of what was sent. */
  readonly broken: () => void;
};

/** Resolves to the reason why there is none; `undefined` when it is being connected, or when the attempt is over. */
export async function connect(
  attempt: Attempt,
  { iceServers, ports, listener, isOver, broken }: Means,
): Promise<'page-failed' | 'no-more-connections' | undefined> {
  let make: Makers;
  try {
    make = await ports.prepare();
  } catch {
    return 'page-failed'; // not the other side's fault: a part of this page is missing
  }
  if (isOver()) return undefined;
  const { link, peer, connection, calls } = attempt;
  const made = make.peer({ initiator: calls, iceServers }, listener);
  if (!made) return 'no-more-connections';
  // Do not await anything from here to the hand-over: Safari transfers channels only in the task that made them, and
  // would silently fall back to the bridge.
  attempt.phase = 'connecting';
  attempt.made = made;
  attempt.lanes = lanesOf(attempt, { make, iceServers, ports, broken });
  ports.hand({ link, peer, peerName: ports.device(peer)?.name ?? '', connection }, made);
  for (const signal of attempt.early.splice(0)) made.signal(signal);
  return undefined;
}
