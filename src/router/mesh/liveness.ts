/**
 * Decides if another router is alive, by when it was last heard. Pure. Liveness is not left to TCP, which takes minutes
 * to notice a dead peer. Anything heard counts, beacon or frame; a silent router is pinged over the link; one that
 * stays silent is gone.
 */

/** Linked routers send few beacons (`pace.ts`): ping over the link, where TCP repeats lost packets. */
const ASK_AFTER_MS = 2_200;
/** In a mesh of more than eleven routers so much later for each of them, or the pings of all pairs fill a radio. */
const ASK_LATER_MS = 200;
const ASK_AT_MOST_AFTER_MS = 10_000;
const ASK_EVERY_MS = 500;
/**
 * After the first question: the router is gone. People whose router lost a cable must know within 5 s, other delays
 * included.
 */
const ANSWER_MS = 1_800;
/** A link is also pinged when its router is heard by beacons alone: the connection may be dead. */
const ASK_IDLE_LINK_MS = 10_000;
const LINK_ANSWER_MS = 3_000;
/** Clocks are compared at once, and then this often: somebody who sets a clock sees it on the other router's page. */
const COMPARE_CLOCKS_MS = 30_000;

/** All times in milliseconds of one monotonic clock. */
export type Pulse = {
  /** When it was last heard, by beacon or frame. */
  readonly heardAt: number;
  /** Its link was closed, and this is announced at that time unless another link has come. */
  readonly closesAt: number | undefined;
  /** When it was last pinged. */
  readonly askedAt: number;
  readonly comparedAt: number;
  readonly link:
    | {
        readonly heardAt: number;
        /** When it was pinged over this link, if nothing has arrived over it since. */
        readonly askedAt: number | undefined;
      }
    | undefined;
};

/**
 * `closed`: its process ended, and no other link has come. `silent`: nothing arrives any more. `dead-link`: it is
 * heard, but not over its link. `ask`: ping it, to see if it is alive.
 */
type Diagnosis = 'fine' | 'closed' | 'silent' | 'dead-link' | 'ask' | 'compare-clocks';

/** Milliseconds of silence after which a router is asked, in a mesh of so many. */
export function askAfterMs(routers: number): number {
  return Math.min(ASK_AT_MOST_AFTER_MS, Math.max(ASK_AFTER_MS, ASK_LATER_MS * routers));
}

/** `routers`: how many the mesh has. */
export function diagnose(
  { heardAt, closesAt, askedAt, comparedAt, link }: Pulse,
  routers: number,
  now: number,
): Diagnosis {
  const silence = now - heardAt;
  const askAfter = askAfterMs(routers);
  if (closesAt !== undefined && closesAt <= now) return 'closed';
  if (silence > askAfter + ANSWER_MS) return 'silent';
  if (link === undefined) return 'fine';
  const hasNoAnswer = link.askedAt !== undefined && now - link.askedAt > LINK_ANSWER_MS;
  if (hasNoAnswer && silence < askAfter) return 'dead-link';
  if (silence > askAfter || now - link.heardAt > ASK_IDLE_LINK_MS)
    return now - askedAt >= ASK_EVERY_MS ? 'ask' : 'fine';
  return now - comparedAt >= COMPARE_CLOCKS_MS ? 'compare-clocks' : 'fine';
}

/** True when a link has been quiet so long that it may be dead. */
export function isQuiet({ heardAt }: { readonly heardAt: number }, now: number): boolean {
  return now - heardAt > ASK_AFTER_MS;
}
