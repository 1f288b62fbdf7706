/** How much is carried for others, and what makes room when it is more. Pure. */
import type { EventId } from '../../protocol/event.ts';
import { DELETION, LABEL, WRAP } from '../../words/kinds.ts';
import type { Kept } from './kept.ts';

/**
 * Most of each sort, in bytes of JSON. Public: ten times a board of 2,000 posts. Letters: a thousand short ones to people whom the
 * owner of this device never met, which is what a walk to the next shelter can do for others at little cost. Said of others, that is
 * deletions and labels: two thousand, which no post pushes out, or what is hidden would be seen again.
 */
export const MOST_BYTES = { public: 10_000_000, letters: 5_000_000, said: 1_000_000 } as const;

/** When room is short, so much more is made at once, as a part of all: else each newcomer costs a look at everything. */
const SPARE = 0.02;

/** Once less than this part of it is taken, what did not find room may be looked for again. */
export const ROOM_AGAIN = 0.9;

/** What a person throws away at once. */
export type Sort = 'public' | 'letters';
export const sortOf = ({ event }: Pick<Kept, 'event'>): Sort => (event.kind === WRAP ? 'letters' : 'public');

/** What shares a bound. */
export type Share = keyof typeof MOST_BYTES;
export const shareOf = (kept: Pick<Kept, 'event'>): Share =>
  kept.event.kind === DELETION || kept.event.kind === LABEL ? 'said' : sortOf(kept);

/**
 * The ids of those that make room for `newcomer`: the oldest by first sight that share its bound; those that are `isLast` only for
 * others that are. `undefined` when it stands behind all that would have to go, so it goes itself. `taken`: what its share takes now.
 */
export function makeRoom(
  all: Iterable<Kept>,
  newcomer: Kept,
  taken: number,
  isLast: (kept: Kept) => boolean = () => false,
): readonly EventId[] | undefined {
  const share = shareOf(newcomer);
  let over = taken + newcomer.bytes - MOST_BYTES[share];
  if (newcomer.own !== undefined || over <= 0) return [];
  const standing = (kept: Kept) => ({ ...kept, rank: Number(isLast(kept)) });
  const { rank, first } = standing(newcomer);
  const others = [...all].filter((kept) => kept.own === undefined && shareOf(kept) === share).map(standing);
  const going: EventId[] = [];
  for (const { event, bytes, ...other } of others.sort((a, b) => a.rank - b.rank || a.first - b.first)) {
    const isAbove = other.rank > rank || (other.rank === rank && other.first >= first);
    if (over <= -SPARE * MOST_BYTES[share] || (over <= 0 && isAbove)) break;
    if (isAbove) return undefined;
    going.push(event.id);
    over -= bytes;
  }
  return over <= 0 ? going : undefined;
}
