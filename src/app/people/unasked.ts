/**
 * What known people may send without a question. Each offer is bounded, and so is a day, in bytes and in number: a phone
 * that was lost or stolen is still known, and must not fill this one, neither with large files nor with countless empty ones.
 */
import type { Known, Taken } from './person.ts';

/** Bounds that a person can choose, in bytes. A few photos, a long video, a folder. */
export const UNASKED_BYTES = [10_000_000, 100_000_000, 1_000_000_000] as const;
/** Most files of an offer that is accepted unasked: a folder of photos. Each file costs a place in the list, however small. */
export const UNASKED_FILES = 1_000;
/** So many times the largest size are accepted within a day. */
export const UNASKED_A_DAY = 10;
/** Most offers that are accepted unasked within a day: one every quarter of an hour, day and night. */
export const UNASKED_OFFERS_A_DAY = 100;
/** The most that is accepted at once where the browser does not tell how much room is left (plain HTTP), in bytes. */
export const UNTOLD_ROOM_BYTES = 100_000_000;
const DAY_MS = 24 * 60 * 60_000;

/** What an offer needs. `roomBytes`: how many more bytes may be stored; `undefined` when the browser does not tell. */
export type Need = { readonly bytes: number; readonly files: number; readonly roomBytes: number | undefined };

/** True when an offer needs no question. `now`: Unix time in milliseconds. */
export function needsNoQuestion(known: Known, { bytes, files, roomBytes }: Need, now: number): boolean {
  const before = soFar(known, now);
  const bound = roomBytes === undefined ? Math.min(known.acceptBytes, UNTOLD_ROOM_BYTES) : known.acceptBytes;
  return (
    bound > 0 &&
    files <= UNASKED_FILES &&
    bytes <= Math.min(bound, roomBytes ?? bound) &&
    before.bytes + bytes <= bound * UNASKED_A_DAY &&
    before.offers < UNASKED_OFFERS_A_DAY
  );
}

/** What has been accepted within the day after one more offer. */
export function afterOneMore(known: Known, { bytes }: Need, now: number): Taken {
  const before = soFar(known, now);
  return { from: before.from, bytes: before.bytes + bytes, offers: before.offers + 1 };
}

/** A day begins with its first offer. A clock that was set back does not begin another. */
function soFar({ taken }: Known, now: number): Taken {
  return taken && now < taken.from + DAY_MS ? taken : { from: now, bytes: 0, offers: 0 };
}
