/**
 * How far another router's wall clock is ahead of this one's. Pure. Routers often have no clock that is right, so that nothing
 * is ever decided by it: people are shown it, because file dates, logs and certificates go by those clocks.
 *
 * A ping is answered with the other clock; it was read somewhere between sending and hearing, and the middle is taken, so that
 * half the round trip is the most by which the result is wrong (as in NTP, RFC 5905 section 8, with one clock reading less).
 */

/** An answered ping. Times in milliseconds; `sentAt` and `heardAt` by the monotonic clock of this process. */
type Answer = { readonly clock: number; readonly sentAt: number; readonly heardAt: number };

/** `zero`: what the other wall clock showed, or would have shown, at 0 of the monotonic clock of this process. */
export type Reading = { readonly zero: number; readonly roundTripMs: number };

export type ClockDifference = {
  /** Positive: the other clock is ahead. Wrong by half of `roundTripMs` at most. */
  readonly aheadMs: number;
  readonly roundTripMs: number;
};

export function readClock({ clock, sentAt, heardAt }: Answer): Reading {
  const roundTripMs = Math.max(0, heardAt - sentAt);
  return { zero: clock - (heardAt - roundTripMs / 2), roundTripMs };
}

/** Right at once when this router's own clock is set, for the reading does not depend on it. */
export function differenceOf({ zero, roundTripMs }: Reading, now: number, wall: number): ClockDifference {
  return { aheadMs: Math.round(zero + now - wall), roundTripMs: Math.round(roundTripMs) };
}
