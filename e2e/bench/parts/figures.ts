/** Figures of several rounds in a few words. Pure. */

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below = Number.NaN, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

export type Spread = {
  readonly least: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly most: number;
};

/** Least and most, the quartiles and the median; all `NaN` without figures. */
export function spread(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  const [least, lower, median, upper, most] = [0, 0.25, 0.5, 0.75, 1].map((share) => quantile(sorted, share));
  return { least, lower, median, upper, most } as Spread;
}

export const median = (figures: readonly number[]): number => spread(figures).median;

/** `0.95 (0.93 to 0.97; 0.90 to 1.01)`: the median, the middle half, everything. */
export function show({ least, lower, median: middle, upper, most }: Spread, digits = 2): string {
  const [l, a, m, b, u] = [least, lower, middle, upper, most].map((figure) => figure.toFixed(digits));
  return `${m} (${a} to ${b}; ${l} to ${u})`;
}
