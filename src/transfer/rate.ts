/** Recent speed from samples of a counter: pure, the caller brings the time. */

/** Samples older than this say nothing about now, in milliseconds. Long enough that a block a second still looks steady. */
const SPAN_MS = 5_000;

export type Rate = readonly { readonly at: number; readonly bytes: number }[];

/** Adds a sample taken at `at` (any monotonic clock, in milliseconds). */
export function sample(rate: Rate, at: number, bytes: number): Rate {
  const recent = rate.filter((old) => old.at > at - SPAN_MS);
  return [...recent, { at, bytes }];
}

/** Bytes per second over the samples, or `undefined` while there are too few. */
export function bytesPerSecond(rate: Rate): number | undefined {
  const first = rate[0];
  const last = rate.at(-1);
  if (!first || !last || last.at - first.at < 500) return undefined;
  return ((last.bytes - first.bytes) * 1000) / (last.at - first.at);
}
