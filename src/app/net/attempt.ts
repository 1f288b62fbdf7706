/** One connection to another device, from the call to its end. */
import type { LinkId } from '../../engine/api/api.ts';
import type { Failure } from '../../protocol/failure.ts';
import type { ConnectionId, DeviceId, Refusal, Signal } from '../../protocol/signaling.ts';
import type { Lanes } from './lanes.ts';
import type { Peer } from './peer.ts';

/** Signals that wait while simple-peer is loaded; more are useless: a browser has a dozen or two candidates. */
const MAX_EARLY_SIGNALS = 64;

export type Call = {
  readonly peer: DeviceId;
  readonly connection: ConnectionId;
  readonly calls: boolean;
  /** True when a person here has called this device, now or in an attempt that this one replaces. */
  isInvited: boolean;
};

export type Attempt = Call & {
  readonly link: LinkId;
  /** True when the other side was heard in it, so its page is open and awake. */
  isAnswered: boolean;
  /** True when the router offers a relay for it, which every browser finds that can send to the router at all. */
  hasRelay: boolean;
  /** When it began, on the clock of `performance.now()`. */
  readonly since: number;
  /** The routers of the two devices, as far as they are known at the start. */
  readonly places: string;
  phase: 'asking' | 'making' | 'connecting' | 'connected';
  made?: Peer;
  lanes?: Lanes;
  /** Signals that arrived while simple-peer was still loading. */
  early: Signal[];
  /** Answers that could not be sent because the router did not answer at the time. */
  unsaid: Signal[];
  /**
   * One of the two was away from its router after the call: its messages may be lost, and the returning page may be
   * another one. The side that called then calls anew; the other side waits for that.
   */
  isUnheard: boolean;
  wavering: boolean;
  /** Gives the attempt up when it takes too long to connect. */
  timer?: ReturnType<typeof setTimeout>;
};

export function newAttempt(call: Call, link: LinkId, places: string): Attempt {
  return {
    ...call,
    link,
    places,
    isAnswered: !call.calls,
    hasRelay: false,
    since: performance.now(),
    phase: 'asking',
    early: [],
    unsaid: [],
    isUnheard: false,
    wavering: false,
  };
}

/** The other side sent a signal of the connection itself. */
export function heard(attempt: Attempt, signal: Signal): void {
  if (attempt.made) attempt.made.signal(signal);
  else if (attempt.early.length < MAX_EARLY_SIGNALS) attempt.early.push(signal);
}

export function markUnheard(attempt: Attempt): void {
  if (attempt.calls && (attempt.phase === 'making' || attempt.phase === 'connecting')) attempt.isUnheard = true;
}

/** Why there is no connection, when the other side gives a reason. */
export function refusal(reason: Refusal): Failure {
  if (reason === 'blocked') return 'blocked-there';
  return reason === 'not-here' ? 'unreachable' : reason;
}

/** Why no connection could be made. Where the fault lies decides what the two persons can do about it. */
export function whyNot({ made, hasRelay, isAnswered }: Attempt): 'blocked-here' | 'no-path' | 'unreachable' {
  const reach = made?.reach();
  // Every browser that can send to its router finds the relay; without a relay, hidden addresses may be all there is.
  if (reach === 'none' || (reach === 'hidden' && hasRelay)) return 'blocked-here';
  return isAnswered ? 'no-path' : 'unreachable';
}
