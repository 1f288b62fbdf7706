/** One of the places at which a device is listed, and which of several it is at. Pure: all routers come to the same result. */
import type { RouterId } from './bus.ts';
import type { Listed } from './messages.ts';

export type Candidate = {
  readonly router: RouterId;
  readonly away: boolean;
  readonly entry: Listed;
  /** Of a life of its router that has ended. */
  readonly isOld?: boolean;
};

/** Where it is not away; then where its claim is highest; then at the router whose id is greatest. */
export function better<A extends Candidate | undefined>(a: A, b: Candidate | undefined): A | Candidate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.away !== b.away) return a.away ? b : a;
  if (a.entry.claim !== b.entry.claim) return a.entry.claim > b.entry.claim ? a : b;
  return a.router > b.router ? a : b;
}
