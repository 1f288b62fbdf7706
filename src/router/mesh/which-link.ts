/** Of two links between the same two routers both ends must keep the same one. Pure. */
import type { Self } from './bus.ts';
import { isQuiet } from './liveness.ts';

/** Links made within this time of each other were made at once. */
const AT_ONCE_MS = 3_000;

type Made = {
  /** Whether this side dialled it. */
  readonly dialled: boolean;
  /** Since when there is this link, and when something came over it last, in milliseconds of one monotonic clock. */
  readonly since: number;
  readonly heardAt: number;
};

/**
 * Whether the new link `link` takes the place of `old`. Of two that were made at once the one that the smaller id dialled stays;
 * else the new one, for the side that dialled it had none. A later life of a router always replaces an earlier one.
 */
export function replaces(
  link: Made,
  old: Made,
  { self, before, other }: { readonly self: Self; readonly before: Self; readonly other: Self },
  now: number,
): boolean {
  if (before.incarnation !== other.incarnation) return other.incarnation > before.incarnation || isQuiet(old, now);
  if (link.since - old.since > AT_ONCE_MS || link.dialled === old.dialled) return true;
  return link.dialled === self.id < other.id;
}
