/** How long this app keeps what it stores. Completely received transfers stay until a person deletes them. */

const HOUR_MS = 60 * 60 * 1000;

/**
 * Unfinished transfers are kept this long after they last moved, in milliseconds: a week. After that nobody comes back
 * for them.
 */
const UNFINISHED_LIFE_MS = 7 * 24 * HOUR_MS;

/** A deleted transfer can be restored for this long, in milliseconds: a day. */
export const TRASH_LIFE_MS = 24 * HOUR_MS;

/**
 * An age that this app counts by looking again and again, because the clocks of phones are wrong: correcting one can
 * make it leap by a year or by fifty.
 */
export type Age = {
  /** In milliseconds. */
  readonly ms: number;
  /** The clock at the last look, in Unix milliseconds. */
  readonly seenAt: number;
};

/**
 * The most time that is believed to have passed between two looks, in milliseconds: half a life in the trash. A single
 * leap of the clock, which cannot be told from a long absence, then ends nothing that has only just been deleted.
 */
const MAX_ABSENCE_MS = TRASH_LIFE_MS / 2;

export function newAge(now: number): Age {
  return { ms: 0, seenAt: now };
}

/** `age` when the clock shows `now`. It never decreases, and grows by at most half a day at once. */
export function older({ ms, seenAt }: Age, now: number): Age {
  return { ms: ms + Math.min(Math.max(0, now - seenAt), MAX_ABSENCE_MS), seenAt: now };
}

/** How long something of this age can still be restored, in milliseconds. 0: free it. */
export function leftInTrash({ ms }: Age): number {
  return Math.max(0, TRASH_LIFE_MS - ms);
}

/** How long something unfinished of this age is still kept, in milliseconds. 0: free it. */
export function leftUnfinished({ ms }: Age): number {
  return Math.max(0, UNFINISHED_LIFE_MS - ms);
}
