/** How much is carried for others, and what makes room when it is more. Pure. */
import type { EventId } from '../../protocol/event.ts';
import { WRAP } from '../../words/kinds.ts';
import type { Kept } from './kept.ts';

/**
 * Most of each sort, in bytes of JSON. Public: ten times a board of 2,000 posts. Letters: a thousand short ones to people whom the
 * owner of this device never met, which is what a walk to the next shelter can do for others at little cost.
 */
export const MOST_BYTES = { public: 10_000_000, letters: 5_000_000 } as const;

/** When room is short, so much more is made at once, as a part of all: else each newcomer costs a look at everything. */
const SPARE = 0.02;

/** Once less than this part of it is taken, what did not find room may be looked for again. */
export const ROOM_AGAIN = 0.9;

export type Sort = keyof typeof MOST_BYTES;
export const sortOf = ({ event }: Pick<Kept, 'event'>): Sort => (event.kind === WRAP ? 'letters' : 'public');

/** What one's own events take is not counted: they stay. */
export function bytesOfSort(all: Iterable<Kept>, sort: Sort): number {
  let sum = 0;
  for (const kept of all) if (kept.own === undefined && sortOf(kept) === sort) sum += kept.bytes;
  return sum;
}

/**
 * The ids of those that make room for `newcomer`: the oldest by first sight of its sort. `undefined` when it is older than all
 * that would have to go, so it goes itself. `taken`: what its sort takes now.
 */
export function makeRoom(all: Iterable<Kept>, newcomer: Kept, taken: number): readonly EventId[] | undefined {
  const sort = sortOf(newcomer);
  let over = taken + newcomer.bytes - MOST_BYTES[sort];
  if (newcomer.own !== undefined || over <= 0) return [];
  const others = [...all].filter((kept) => kept.own === undefined && sortOf(kept) === sort);
  const going: EventId[] = [];
  for (const { event, first, bytes } of others.sort((a, b) => a.first - b.first)) {
    if (over <= -SPARE * MOST_BYTES[sort] || (over <= 0 && first >= newcomer.first)) break;
    if (first >= newcomer.first) return undefined;
    going.push(event.id);
    over -= bytes;
  }
  return over <= 0 ? going : undefined;
}
