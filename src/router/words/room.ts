/** Who makes room for whom when all is full. Pure. */
import type { Amount } from './stock.ts';

/** Something that could go, or what wants to come. */
export type Candidate<T> = Amount & {
  readonly what: T;
  readonly isEnded: boolean;
  readonly isPinned: boolean;
  /** How many other routers hold it. */
  readonly elsewhere: number;
  /** First sight: the smaller, the older. */
  readonly seen: number;
};

/** Some more than is needed goes at a time, so that not every event that comes looks through all that are held. */
const MORE = 0.01;

/**
 * Which of those go so that `short` is there, or `undefined` when there is no way: not enough may go, or what wants to come would be
 * the next to go itself. First what has ended, then what most others hold, then what is oldest; what is pinned last.
 */
export function makeRoom<T>(
  candidates: readonly Candidate<T>[],
  comer: Candidate<unknown>,
  short: Amount,
  most: Amount,
): readonly T[] | undefined {
  const before = (a: Candidate<unknown>, b: Candidate<unknown>): number =>
    Number(b.isEnded) - Number(a.isEnded) ||
    Number(a.isPinned) - Number(b.isPinned) ||
    b.elsewhere - a.elsewhere ||
    a.seen - b.seen;
  const going = candidates.filter((one) => before(one, comer) < 0).sort(before);
  const chosen: T[] = [];
  let [bytes, events] = [0, 0];
  for (const one of going) {
    const isThere = bytes >= short.bytes && events >= short.events;
    const isAmple =
      bytes >= (short.bytes && short.bytes + most.bytes * MORE) &&
      events >= (short.events && short.events + most.events * MORE);
    if (isAmple || (isThere && one.isPinned)) break;
    chosen.push(one.what);
    bytes += one.bytes;
    events += one.events;
  }
  return bytes >= short.bytes && events >= short.events ? chosen : undefined;
}
