/**
 * One of the places at which a device is listed, and which of several is right. Pure: all routers reach the same
 * result.
 */
import type { RouterId } from './bus.ts';
import type { Listed } from './messages.ts';

export type Candidate = {
  readonly router: RouterId;
  readonly away: boolean;
  readonly entry: Listed;
  /** Listed by a life of its router that has ended. */
  readonly isOld?: boolean;
};

/**
 * Prefers the highest claim, then a place where the device is not away, then the greatest router id. A device raises its claim
 * with every hello, so a lower one is old, whatever its router says: else any router at which a phone once was could have it
 * back whenever its screen goes dark.
 */
export function better<A extends Candidate | undefined>(a: A, b: Candidate | undefined): A | Candidate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.entry.claim !== b.entry.claim) return a.entry.claim > b.entry.claim ? a : b;
  if (a.away !== b.away) return a.away ? b : a;
  return a.router > b.router ? a : b;
}

/** For `sort`. */
export const bestFirst = (a: Candidate, b: Candidate): number => (better(a, b) === a ? -1 : 1);
