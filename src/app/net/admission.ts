/**
 * Who may begin a connection to this device. Ids cost nothing, and a browser makes only some hundreds of connections
 * (Chromium: 500 for a page) before it refuses more: then friends fail too. So few calls may be under way, strangers
 * get half of the places, and their calls give way. Calls that a person here makes are neither counted nor refused.
 */

/**
 * Most calls of others that are under way at once. ICE makes a dozen sockets for each; a phone can handle that many at
 * a time.
 */
const MAX_CALLS = 8;
/** Most of these from strangers: the other places stay free for known devices. */
const MAX_STRANGERS_CALLS = 4;
/** Most connections of strangers, including open ones: for offers that a person reads, and those about to be made. */
const MAX_STRANGERS = 8;
/**
 * A stranger's call that is under way this long gives its place to the next stranger, in milliseconds. While nobody
 * else calls it has the time of any other call: a slow phone behind a relay needs it.
 */
const STRANGER_PATIENCE_MS = 15_000;
/**
 * New calls of strangers: a call with an invalid description ends at once and makes room for the next, and each costs a
 * connection of the browser. A reception desk in a full hall stays below this: of eight strangers at a time, each waits
 * for a person.
 */
export const STRANGERS_NEW_CALLS = { burst: 12, perSecond: 1 };
/** Refusals that are sent: each is a message to the router, which cuts off a device that sends too many. */
export const TOLD_REFUSALS = { burst: 20, perSecond: 2 };

/** `invited`: a person here has called this device, or is calling it now. */
export type Caller = 'invited' | 'known' | 'stranger';

/** A connection that another device began. */
export type Call = {
  readonly caller: Caller;
  /** True when it is connected. */
  readonly isConnected: boolean;
  /** When it began, in milliseconds on the clock of `now`. */
  readonly since: number;
};

/** `insteadOf`: a call that ends to make room. */
type Admission<C extends Call> = { readonly admitted: true; readonly insteadOf?: C } | { readonly admitted: false };

/** Decides if `caller` may begin a call beside the existing `calls`. */
export function admission<C extends Call>(caller: Caller, calls: readonly C[], now: number): Admission<C> {
  if (caller === 'invited') return { admitted: true };
  const underWay = calls.filter((call) => !call.isConnected && call.caller !== 'invited');
  const strangers = calls.filter((call) => call.caller === 'stranger');
  const waiting = oldest(strangers.filter((call) => !call.isConnected));
  if (caller === 'known') return place(underWay.length < MAX_CALLS, waiting);
  const isFull =
    underWay.length >= MAX_CALLS ||
    strangers.length >= MAX_STRANGERS ||
    strangers.filter((call) => !call.isConnected).length >= MAX_STRANGERS_CALLS;
  return place(!isFull, waiting && now - waiting.since >= STRANGER_PATIENCE_MS ? waiting : undefined);
}

function place<C extends Call>(isFree: boolean, insteadOf: C | undefined): Admission<C> {
  if (isFree) return { admitted: true };
  return insteadOf ? { admitted: true, insteadOf } : { admitted: false };
}

function oldest<C extends Call>(calls: readonly C[]): C | undefined {
  return calls.reduce<C | undefined>((first, call) => (first && first.since <= call.since ? first : call), undefined);
}
