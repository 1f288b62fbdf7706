/** Figures of the status in words. Pure. */
import { largestUnits } from './time.ts';
import type { Words } from './words.ts';

/** Smaller differences, in milliseconds, may come from the network rather than from the clock. */
const SAME_CLOCK_MS = 1_000;

/** To a tenth of a second, for events that happen every second. */
export const heardAgo = (ms: number, words: Words): string => words.ago(words.seconds((ms / 1000).toFixed(1)));

/** In the largest unit, for times of up to an hour or more. */
export const goneAgo = (ms: number, words: Words): string =>
  words.ago(words.duration(largestUnits(ms / 1000).slice(0, 1)));

/** `undefined`: the clocks were not compared. */
export function clockWords(aheadMs: number | undefined, words: Words): string {
  if (aheadMs === undefined) return words.unknown;
  if (Math.abs(aheadMs) < SAME_CLOCK_MS) return words.sameClock;
  const time = words.duration(largestUnits(aheadMs / 1000));
  return aheadMs > 0 ? words.ahead(time) : words.behind(time);
}
