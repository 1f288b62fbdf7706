import type { IntervalHistogram } from 'node:perf_hooks';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchLoop } from './loop-delay.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Histograms that hold what the test puts into them, in milliseconds. */
function scripted() {
  const made: { count: number; max: number; enabled: boolean }[] = [];
  const monitor = ({ resolution }: { readonly resolution: number }): IntervalHistogram => {
    const one = { count: 0, max: 0, enabled: false };
    made.push(one);
    return {
      get count() {
        return one.count;
      },
      get max() {
        return (resolution + one.max) * 1e6;
      },
      percentile: (percent: number) => (one.count === 0 ? 511 : (resolution + (one.max * percent) / 100) * 1e6),
      enable: () => {
        one.enabled = true;
      },
      disable: () => {
        one.enabled = false;
      },
    } as Partial<IntervalHistogram> as IntervalHistogram; // no more of it is asked for
  };
  return { made, monitor };
}

it('is the delay beyond the length of the timer, and none before the first look', () => {
  const { made, monitor } = scripted();
  const watch = watchLoop(monitor);
  expect(watch.read()).toEqual({ p50S: 0, p99S: 0, maxS: 0 });
  Object.assign(made[0] ?? {}, { count: 9, max: 200 });
  expect(watch.read()).toEqual({ p50S: 0.1, p99S: 0.198, maxS: 0.2 });
  watch.stop();
});

it('is of the last one to two minutes, whoever reads it and however often', () => {
  const { made, monitor } = scripted();
  const watch = watchLoop(monitor);
  for (const one of made) Object.assign(one, { count: 1, max: 300 });
  vi.advanceTimersByTime(60_000);
  for (let looks = 0; looks < 3; looks += 1) expect(watch.read().maxS).toBe(0.3);
  vi.advanceTimersByTime(60_000);
  expect(watch.read().maxS).toBe(0);
  expect(made.map(({ enabled }) => enabled)).toEqual([false, false, true, true]);
  watch.stop();
  expect(made.some(({ enabled }) => enabled)).toBe(false);
});
