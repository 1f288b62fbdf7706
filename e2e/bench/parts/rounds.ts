/**
 * What several rounds of several ways say together: each round is compared only with itself, and counts only where
 * others left the machine alone meanwhile. Pure.
 */
import { median, type Spread, show, spread } from './figures.ts';

/**
 * Share of the machine that others may use in a round that counts. This program, browsers that wait, the kernel's own
 * threads and interrupts are in it: on two cores that do nothing else they come to 6 % of a round of two seconds, and to
 * 9 % where eleven browsers wait.
 */
export const IDLE_SHARE = 0.12;
/** Most by which that share may differ between two ways that are compared: half of the least margin of a goal, 5 %. */
export const UNEVEN_SHARE = 0.02;
/** Fewest idle rounds on which a goal is judged. */
export const ENOUGH_ROUNDS = 5;

/** One way in one round. Round 0 is the one that does not count: it compiles code and fills the cache. */
export type Reading<W extends string> = {
  readonly way: W;
  readonly round: number;
  /** Share of the machine that others used meanwhile, from 0 to 1. */
  readonly others: number;
  /** Milliseconds that the same work took just before (`machine.ts`). */
  readonly probeMs: number;
};

export const isIdle = ({ others }: { readonly others: number }): boolean => others <= IDLE_SHARE;

/** Each round rotates the order by one, so that no way always comes first. */
export function inTurn<W>(ways: readonly W[], round: number): readonly W[] {
  const at = round % Math.max(1, ways.length);
  return [...ways.slice(at), ...ways.slice(0, at)];
}

/** Whether others left the machine alone for both, and as much for the one as for the other. */
function isFair(one: Reading<string>, other: Reading<string>): boolean {
  return isIdle(one) && isIdle(other) && Math.abs(one.others - other.others) <= UNEVEN_SHARE;
}

/** What `compare` makes of two ways in each round in which the machine was idle for both, and equally so. */
export function pairwise<R extends Reading<string>>(
  all: readonly R[],
  of: R['way'],
  to: R['way'],
  compare: (one: R, other: R) => number,
): number[] {
  return all.flatMap((result) => {
    if (result.way !== of) return [];
    const other = all.find(({ way, round }) => way === to && round === result.round);
    return other !== undefined && isFair(result, other) ? [compare(result, other)] : [];
  });
}

/** Ratio of two ways in each round in which the machine was idle for both. */
export function ratios<R extends Reading<string>>(
  all: readonly R[],
  of: R['way'],
  to: R['way'],
  figure: (result: R) => number,
): number[] {
  return pairwise(all, of, to, (one, other) => figure(one) / figure(other));
}

export type Verdict = 'met' | 'missed' | 'too few';

/** Judges the median of each row of figures, each with one figure for each idle round. Without enough rounds it does not. */
export function verdictOf(
  goals: readonly { readonly figures: readonly number[]; readonly isMet: (median: number) => boolean }[],
): Verdict {
  if (goals.some(({ figures }) => figures.length < ENOUGH_ROUNDS)) return 'too few';
  return goals.every(({ figures, isMet }) => isMet(median(figures))) ? 'met' : 'missed';
}

export const VERDICTS: Readonly<Record<Verdict, string>> = {
  met: 'Goal met',
  missed: 'Goal MISSED',
  'too few': `Too few rounds: ${ENOUGH_ROUNDS} idle ones are needed of each way`,
};

/** The beginning of a line about one reading, and its end where the machine was not idle. */
export function lineOf(reading: Reading<string>, figures: string): string {
  const { round, way, others } = reading;
  const when = round === 0 ? 'warming up' : `round ${round}`;
  return `${when}, ${way}: ${figures}${isIdle(reading) ? '' : `; not idle, others used ${(others * 100).toFixed(0)} %`}`;
}

/** A line about what the browsers of one way use by themselves, in processor seconds per second. */
export const idleLine = (way: string, cpu: number): string =>
  `idle, ${way}: ${cpu.toFixed(3)} CPU-s per second, which is taken off`;

/** Spread of a figure in the idle rounds of one way. */
export function spreadOf<R extends Reading<string>>(
  all: readonly R[],
  way: R['way'],
  figure: (result: R) => number,
): Spread {
  return spread(all.filter((result) => result.way === way && isIdle(result)).map(figure));
}

/** The same in words. */
export const shown = <R extends Reading<string>>(
  all: readonly R[],
  way: R['way'],
  figure: (result: R) => number,
  digits?: number,
): string => show(spreadOf(all, way, figure), digits);
