/** The delay of the event loop: how late this process gets to its work. A router that is late is late for everybody. */
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';

/** In seconds, over the last one to two minutes: half of the looks were this late at most, 99 of 100, all. */
export type LoopDelay = { readonly p50S: number; readonly p99S: number; readonly maxS: number };

/** A timer of this length is watched. 50 looks a second cost nothing that can be measured. */
const RESOLUTION_MS = 20;
/** Longer than programs wait between two reads, so that none misses a hitch. */
const WINDOW_MS = 60_000;
const NS_PER_S = 1e9;

type Watch = { read(): LoopDelay; stop(): void };
type Monitor = (options: { readonly resolution: number }) => IntervalHistogram;

/** Watches until it is stopped. Keeps no process alive. */
export function watchLoop(monitor: Monitor = monitorEventLoopDelay): Watch {
  const begin = (): IntervalHistogram => {
    const histogram = monitor({ resolution: RESOLUTION_MS });
    histogram.enable();
    return histogram;
  };
  // Two that overlap: the one that is read always covers the last minute, up to now.
  let [older, younger] = [begin(), begin()];
  const timer = setInterval(() => {
    older.disable();
    [older, younger] = [younger, begin()];
  }, WINDOW_MS);
  timer.unref();
  return {
    read: () => delayOf(older),
    stop() {
      clearInterval(timer);
      older.disable();
      younger.disable();
    },
  };
}

/** Node counts the length of the timer itself (an idle process shows 20 ms), and an empty histogram begins with nonsense. */
function delayOf(histogram: IntervalHistogram): LoopDelay {
  const late = (ns: number): number =>
    histogram.count === 0 ? 0 : Math.max(0, Math.round(ns - RESOLUTION_MS * 1e6)) / NS_PER_S;
  return { p50S: late(histogram.percentile(50)), p99S: late(histogram.percentile(99)), maxS: late(histogram.max) };
}
