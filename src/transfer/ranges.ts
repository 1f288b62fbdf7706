/** Sets of file indices, as the ranges in which they travel. */
import type { Ranges } from '../protocol/peer.ts';

/** The indices in `ranges`, ascending. */
export function expand(ranges: Ranges): readonly number[] {
  return ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, step) => first + step));
}

/** The shortest ranges that hold exactly `indices`, which may come in any order and more than once. */
export function toRanges(indices: Iterable<number>): Ranges {
  const ranges: [number, number][] = [];
  for (const index of [...new Set(indices)].sort((a, b) => a - b)) {
    const open = ranges.at(-1);
    if (open && open[1] === index - 1) open[1] = index;
    else ranges.push([index, index]);
  }
  return ranges;
}

/** Whether `ranges` names at least one file and none beyond `files`. */
export function fits(ranges: Ranges, files: number): boolean {
  const last = ranges.at(-1);
  return last !== undefined && last[1] < files;
}
