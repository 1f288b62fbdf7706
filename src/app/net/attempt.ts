/** One connection to another device, from the call until it is over. */
import type { LinkId } from '../../engine/api/api.ts';
import type { Failure } from '../../protocol/failure.ts';
import type { Fingerprint } from '../../protocol/fingerprint.ts';
import type { ConnectionId, DeviceId, Refusal, Signal } from '../../protocol/signaling.ts';
import type { Lanes } from './lanes.ts';
import type { Peer } from './peer.ts';

/** Signals that wait while simple-peer is loaded; more are of no use: a browser has a dozen candidates or two. */
const MAX_EARLY_SIGNALS = 64;

export type Call = {
  readonly peer: DeviceId;
  readonly connection: ConnectionId;
  readonly calls: boolean;
  /** Whether a person here has called this device, now or in an attempt that this one replaces. */
  isInvited: boolean;
};

export type Attempt = Call & {
  readonly link: LinkId;
  /** Whether the other side was heard in it, so that its page is open and awake. */
  isAnswered: boolean;
  /** Whether the router offers a relay for it, which every browser finds that can send to the router at all. */
  hasRelay: boolean;
  /** When it began, by the clock of `performance.now()`. */
  readonly since: number;
  /** Which routers the two are at, as far as they are known when it begins. */
  readonly places: string;
  phase: 'asking' | 'making' | 'connecting' | 'connected';
  made?: Peer;
  /** Of the other side, once it has proved who it is. */
  fingerprint?: Fingerprint;
  lanes?: Lanes;
  /** Signals that came while simple-peer was still loading. */
  early: Signal[];
  /** Answers that could not be said because the router did not answer just then. */
  unsaid: Signal[];
  /**
   * One of the two was away from its router after the call: what was said may be lost, and the page that comes back may be
   * another one. The side that called calls anew then; the other one waits for that.
   */
  isUnheard: boolean;
  wavering: boolean;
  /** Gives it up when it takes too long to connect. */
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

/** The other side says something of the connection itself. */
export function heard(attempt: Attempt, signal: Signal): void {
  if (attempt.made) attempt.made.signal(signal);
  else if (attempt.early.length < MAX_EARLY_SIGNALS) attempt.early.push(signal);
}

export function markUnheard(attempt: Attempt): void {
  if (attempt.calls && (attempt.phase === 'making' || attempt.phase === 'connecting')) attempt.isUnheard = true;
}

/** Why there is no connection, where the other side says why it takes no part. */
export function refusal(reason: Refusal): Failure {
  if (reason === 'blocked') return 'blocked-there';
  return reason === 'not-here' ? 'unreachable' : reason;
}

/** Why no connection came about. Whose fault that is decides what the two persons can do about it. */
export function whyNot({ made, hasRelay, isAnswered }: Attempt): 'blocked-here' | 'no-path' | 'unreachable' {
  const reach = made?.reach();
  // A relay is found by every browser that can send to its router at all; without one, hidden addresses may be all there is.
  if (reach === 'none' || (reach === 'hidden' && hasRelay)) return 'blocked-here';
  return isAnswered ? 'no-path' : 'unreachable';
}
