/** Figures of the status in words. Pure. */
import type { Speech } from '../pages/speech.ts';
import { largestUnits, type Unit } from './time.ts';
import type { StatusWords } from './words.ts';

/** The words of the page, and how their language is spoken. */
export type Told = { readonly words: StatusWords; readonly speech: Speech };

/** Smaller differences, in milliseconds, may come from the network rather than from the clock. */
const SAME_CLOCK_MS = 1_000;

/** The largest unit first. Like all words here for pictures as well, so without readings. */
export const durationWords = (parts: readonly (readonly [number, Unit])[], { words, speech }: Told): string =>
  parts.map(([count, unit]) => speech.plain(speech.form(words.units[unit], count))).join(' ');

/** To a tenth of a second, for events that happen every second. */
export function heardAgo(ms: number, { words, speech }: Told): string {
  const time = speech.plain(speech.form(words.units.s, ms / 1000, 1));
  return speech.plain(words.ago, { time });
}

/** In the largest unit, for times of up to an hour or more. */
export function goneAgo(ms: number, told: Told): string {
  const time = durationWords(largestUnits(ms / 1000).slice(0, 1), told);
  return told.speech.plain(told.words.ago, { time });
}

/** `undefined`: the clocks were not compared. */
export function clockWords(aheadMs: number | undefined, told: Told): string {
  const { words, speech } = told;
  if (aheadMs === undefined) return speech.plain(words.unknown);
  if (Math.abs(aheadMs) < SAME_CLOCK_MS) return speech.plain(words.sameClock);
  const time = durationWords(largestUnits(aheadMs / 1000), told);
  return speech.plain(aheadMs > 0 ? words.ahead : words.behind, { time });
}
