/** The lanes of one connection, between the browser that makes them and the engine that uses them. */
import type { IceServer } from '../../protocol/signaling.ts';
import type { Attempt } from './attempt.ts';
import { Lanes } from './lanes.ts';
import type { LinksPorts, Makers } from './links-ports.ts';

type Means = {
  readonly make: Makers;
  /** Those of the connection itself. */
  readonly iceServers: readonly IceServer[];
  readonly ports: Pick<LinksPorts, 'handLane' | 'tell'>;
  readonly broken: () => void;
};

export function lanesOf(attempt: Attempt, { make, iceServers, ports, broken }: Means): Lanes {
  const { link, calls } = attempt;
  // Lanes are for direct paths: relayed, they would only take room from others on the router.
  const stunOnly = iceServers.filter((server) => !('username' in server));
  return new Lanes({
    make: (initiator, listener) => make.lane({ initiator, iceServers: stunOnly }, listener),
    hand: (bulk) => ports.handLane(link, bulk),
    tell: (lane, signal) => ports.tell({ type: 'lane-signal', link, lane, signal }),
    broken,
    calls,
  });
}
