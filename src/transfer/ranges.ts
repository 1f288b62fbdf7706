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

/** Ranges in one message: each takes up to 14 bytes, so a piece is far below the smallest message size in use. */
const RANGES_PIECE = 1000;

/** Cuts `ranges` into pieces for the wire; none for no ranges. */
export function rangePieces(ranges: Ranges): readonly Ranges[] {
  const pieces = Math.ceil(ranges.length / RANGES_PIECE);
  return Array.from({ length: pieces }, (_, piece) => ranges.slice(piece * RANGES_PIECE, (piece + 1) * RANGES_PIECE));
}

/** The ranges of two pieces together; `undefined` unless the second comes after the first without touching it. */
export function joined(first: Ranges, second: Ranges): Ranges | undefined {
  const last = first.at(-1)?.[1] ?? -2;
  const next = second[0]?.[0] ?? Number.POSITIVE_INFINITY;
  return next > last + 1 ? [...first, ...second] : undefined;
}

/** True if `ranges` names at least one file and none beyond `files`. */
export function fits(ranges: Ranges, files: number): boolean {
  const last = ranges.at(-1);
  return last !== undefined && last[1] < files;
}
