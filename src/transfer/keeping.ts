/** How long this app keeps what it stores. What was received whole stays until a person deletes it. */

const HOUR_MS = 60 * 60 * 1000;

/** Unfinished transfers are kept this long after they last moved, in milliseconds: a week. Then nobody comes back for them. */
const UNFINISHED_LIFE_MS = 7 * 24 * HOUR_MS;

/** What a person has deleted can be brought back for this long, in milliseconds: a day. */
export const TRASH_LIFE_MS = 24 * HOUR_MS;

/**
 * An age that this app counts by looking again and again, because the clocks of phones are wrong: one that is put right
 * leaps, by a year or by fifty.
 */
export type Age = {
  /** In milliseconds. */
  readonly ms: number;
  /** What the clock said when it was looked last, in Unix milliseconds. */
  readonly seenAt: number;
};

/**
 * Most that is believed to have passed between two looks, in milliseconds: half a life in the trash. A single leap of
 * the clock, which cannot be told from a long absence, so ends nothing that somebody has only just deleted.
 */
const MAX_ABSENCE_MS = TRASH_LIFE_MS / 2;

export function newAge(now: number): Age {
  return { ms: 0, seenAt: now };
}

/** `age` when the clock says `now`. It never grows younger, and by no more than half a day at once. */
export function older({ ms, seenAt }: Age, now: number): Age {
  return { ms: ms + Math.min(Math.max(0, now - seenAt), MAX_ABSENCE_MS), seenAt: now };
}

/** How long something of this age may still be brought back, in milliseconds. 0: it is to be freed. */
export function leftInTrash({ ms }: Age): number {
  return Math.max(0, TRASH_LIFE_MS - ms);
}

/** For how long something unfinished that was left at `age` is still kept, in milliseconds. 0: it is to be freed. */
export function leftUnfinished({ ms }: Age): number {
  return Math.max(0, UNFINISHED_LIFE_MS - ms);
}
