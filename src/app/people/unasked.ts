/**
 * What known people may send without a question. Each offer is bounded, and a day has room for ten of the largest: a phone
 * that was lost or stolen is still known, and must not fill this one.
 */
import type { Known, Taken } from './person.ts';

/** Bounds that a person can choose, in bytes. A few photos, a long video, a folder. */
export const UNASKED_BYTES = [10_000_000, 100_000_000, 1_000_000_000] as const;
/** Offers of the largest size that are accepted within a day. */
export const UNASKED_A_DAY = 10;
const DAY_MS = 24 * 60 * 60_000;

/** True when an offer of `bytes` needs no question. `now`: Unix time in milliseconds. */
export function needsNoQuestion(known: Known, bytes: number, now: number): boolean {
  const { acceptBytes } = known;
  return acceptBytes > 0 && bytes <= acceptBytes && soFar(known, now).bytes + bytes <= acceptBytes * UNASKED_A_DAY;
}

/** What has been accepted within the day after one more offer. */
export function afterOneMore(known: Known, bytes: number, now: number): Taken {
  const { from, bytes: before } = soFar(known, now);
  return { from, bytes: before + bytes };
}

/** A day begins with its first offer. A clock that was set back does not begin another. */
function soFar({ taken }: Known, now: number): Taken {
  return taken && now < taken.from + DAY_MS ? taken : { from: now, bytes: 0 };
}
