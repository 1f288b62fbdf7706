/** Of two links between the same two routers both ends must keep the same one. Pure. */
import type { Self } from './bus.ts';
import { isQuiet } from './liveness.ts';

/** Links made within this time of each other count as made at once. */
const AT_ONCE_MS = 3_000;

type Made = {
  /** True when this side dialled it. */
  readonly dialled: boolean;
  /** When the link was made, and when something last arrived over it, in milliseconds of one monotonic clock. */
  readonly since: number;
  readonly heardAt: number;
};

/**
 * True when the new link `link` takes the place of `old`. Of two that were made at once, the one that the smaller id
 * dialled stays; otherwise the new one, because its dialler had none. A later life of a router always replaces an
 * earlier one.
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
