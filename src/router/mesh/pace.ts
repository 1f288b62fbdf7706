/**
 * How often this router says on the backhaul that it is there. Pure; times are milliseconds of one monotonic clock.
 * Once a second while something changes or somebody is looked for; seldom once everybody heard is linked. On a radio
 * mesh a beacon is not one frame: batman-adv sends it to each router on its own, or lets each of them send it again
 * (e2e/lab/scale.md).
 */
import type { Departure, Incarnation, RouterId } from './bus.ts';

/** Four lost ones in a row count as silence. */
export const BEACON_MS = 1_000;
/** After a change: time to hear of each other's changes before it is quiet again. */
const STIRRED_MS = 10_000;
/** A router that is heard and gets no link (another version, no room for it) keeps nobody awake for longer. */
const COURTED_MS = 30_000;
/**
 * A router that vanished is called for so long. Later it finds us: who is alone, or was switched off, speaks every
 * second.
 */
const MISSED_MS = 600_000;
/** Linked routers: islands that come into reach of each other are one again after that time at most. */
const SETTLED_MS = 10_000;
/** Many routers share the work: together one beacon in that time. */
const SHARE_MS = 2_000;
/** Two beacons in the time for which strangers are shown (`strangers.ts`). */
const SETTLED_AT_MOST_MS = 30_000;
/** As many as are remembered as neighbours. */
const MAX_WATCHED = 256;

export class Pace {
  #stirredAt = Number.NEGATIVE_INFINITY;
  /** Routers that are heard and not linked, and since when. */
  readonly #courted = new Map<RouterId, { readonly incarnation: Incarnation; readonly since: number }>();
  /** Routers that fell silent, and when. */
  readonly #missed = new Map<RouterId, number>();

  /** This router or its backhaul is new or another one, or a link broke. */
  changed(now: number): void {
    this.#stirredAt = now;
  }

  /** A router was heard to which there is no link. */
  heardUnlinked(id: RouterId, incarnation: Incarnation, now: number): void {
    const before = this.#courted.get(id);
    const courted = before?.incarnation === incarnation ? before : { incarnation, since: now };
    keep(this.#courted, id, courted);
    if (now - courted.since <= COURTED_MS) this.changed(now);
  }

  joined(id: RouterId, now: number): void {
    this.#courted.delete(id);
    this.#missed.delete(id);
    this.changed(now);
  }

  left(id: RouterId, how: Departure, now: number): void {
    if (how === 'silent') keep(this.#missed, id, now);
    this.changed(now);
  }

  /** Milliseconds from one beacon to the next, with links to so many routers. */
  interval(links: number, now: number): number {
    for (const [id, since] of this.#missed) if (now - since > MISSED_MS) this.#missed.delete(id);
    if (links === 0 || this.#missed.size > 0 || now - this.#stirredAt < STIRRED_MS) return BEACON_MS;
    return Math.min(SETTLED_AT_MOST_MS, Math.max(SETTLED_MS, SHARE_MS * (links + 1)));
  }
}

/** Puts it last, and lets go of the first where there are too many. */
function keep<T>(all: Map<RouterId, T>, id: RouterId, value: T): void {
  all.delete(id);
  all.set(id, value);
  const [oldest] = all.keys();
  if (all.size > MAX_WATCHED && oldest !== undefined) all.delete(oldest);
}
