/**
 * How far another router's wall clock is ahead of this one's. Pure. Routers often have no clock that is right, so
 * nothing is ever decided by it. People are shown it, because file dates, logs and certificates use those clocks.
 *
 * The answer to a ping holds the other clock, which was read between sending and hearing. We assume the middle, so the
 * result is wrong by at most half the round trip (as in NTP, RFC 5905 section 8, with one clock reading less).
 */

/** An answered ping. Times in milliseconds; `sentAt` and `heardAt` by the monotonic clock of this process. */
type Answer = { readonly clock: number; readonly sentAt: number; readonly heardAt: number };

/** `zero`: the other wall clock at the moment when the monotonic clock of this process was 0. */
export type Reading = { readonly zero: number; readonly roundTripMs: number };

export type ClockDifference = {
  /** Positive: the other clock is ahead. Wrong by at most half of `roundTripMs`. */
  readonly aheadMs: number;
  readonly roundTripMs: number;
};

export function readClock({ clock, sentAt, heardAt }: Answer): Reading {
  const roundTripMs = Math.max(0, heardAt - sentAt);
  return { zero: clock - (heardAt - roundTripMs / 2), roundTripMs };
}

/** Stays right when this router's own clock is set, because the reading does not depend on it. */
export function differenceOf({ zero, roundTripMs }: Reading, now: number, wall: number): ClockDifference {
  return { aheadMs: Math.round(zero + now - wall), roundTripMs: Math.round(roundTripMs) };
}
