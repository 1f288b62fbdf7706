import { expect, it } from 'vitest';
import { Fellow } from './fellow.ts';

it('may send many signals at once, and 200 a second in the long run', () => {
  const fellow = new Fellow(0);
  const count = (now: number) => Array.from({ length: 5_000 }).filter(() => fellow.maySignal(now)).length;
  expect([count(0), count(1_000)]).toEqual([2_000, 200]);
});

it('may ask for five snapshots at once, and one a second in the long run', () => {
  const fellow = new Fellow(0);
  const count = (now: number) => Array.from({ length: 9 }).filter(() => fellow.mayHaveSnapshot(now)).length;
  expect([count(0), count(1_000)]).toEqual([5, 1]);
});

it('is asked for a snapshot when it stays ahead, and not more often', () => {
  const fellow = new Fellow(0);
  const asked = [0, 699, 700, 701, 1_399, 1_400].map((now) => fellow.isMissed(true, now));
  expect(asked).toEqual([false, false, true, false, false, true]);
  expect([fellow.isMissed(false, 2_000), fellow.isMissed(true, 2_600), fellow.isMissed(true, 2_800)]).toEqual([
    false,
    false,
    false,
  ]);
});
