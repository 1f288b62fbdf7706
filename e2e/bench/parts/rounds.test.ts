import { describe, expect, it } from 'vitest';
import {
  ENOUGH_ROUNDS,
  IDLE_SHARE,
  idleLine,
  inTurn,
  lineOf,
  pairwise,
  type Reading,
  ratios,
  shown,
  spreadOf,
  UNEVEN_SHARE,
  verdictOf,
} from './rounds.ts';

type Result = Reading<'app' | 'bare'> & { readonly speed: number };

const reading = (way: Result['way'], round: number, speed: number, others = 0): Result => ({
  way,
  round,
  speed,
  others,
  probeMs: 18,
});
const speed = (result: Result) => result.speed;
const BUSY = IDLE_SHARE + 0.01;

describe('the order of a round', () => {
  it('lets each way come first in its turn', () => {
    expect([0, 1, 2, 3].map((round) => inTurn(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
  });

  it('is empty without ways', () => {
    expect(inTurn([], 3)).toEqual([]);
  });
});

describe('a comparison', () => {
  it('compares each round with itself', () => {
    const all = [reading('app', 1, 8), reading('bare', 1, 10), reading('bare', 2, 20), reading('app', 2, 10)];
    expect(ratios(all, 'app', 'bare', speed)).toEqual([0.8, 0.5]);
    expect(pairwise(all, 'app', 'bare', (one, other) => other.speed - one.speed)).toEqual([2, 10]);
  });

  it('leaves out a round in which the machine was busy for one of the two', () => {
    const all = [
      reading('app', 1, 8, BUSY),
      reading('bare', 1, 10),
      reading('app', 2, 9),
      reading('bare', 2, 10, BUSY),
      reading('app', 3, 7, IDLE_SHARE),
      reading('bare', 3, 10, IDLE_SHARE),
    ];
    expect(ratios(all, 'app', 'bare', speed)).toEqual([0.7]);
    expect(spreadOf(all, 'app', speed)).toMatchObject({ least: 7, most: 9 });
    expect(shown(all, 'bare', speed, 0)).toBe('10 (10 to 10; 10 to 10)');
  });

  it('leaves out a round in which the machine was idle for both, and much more so for one', () => {
    const uneven = UNEVEN_SHARE + 0.001;
    const all = [
      reading('app', 1, 8, uneven),
      reading('bare', 1, 10),
      reading('app', 2, 9),
      reading('bare', 2, 10, uneven),
      reading('app', 3, 7, UNEVEN_SHARE),
      reading('bare', 3, 10),
    ];
    expect(ratios(all, 'app', 'bare', speed)).toEqual([0.7]);
  });

  it('leaves out a round that has only one of the two', () => {
    expect(ratios([reading('app', 1, 8)], 'app', 'bare', speed)).toEqual([]);
  });
});

describe('a verdict', () => {
  const figures = (figure: number, count = ENOUGH_ROUNDS) => Array.from({ length: count }, () => figure);
  const atLeast = (goal: number) => (median: number) => median >= goal;

  it('is met when every goal is', () => {
    expect(verdictOf([{ figures: figures(0.95), isMet: atLeast(0.95) }])).toBe('met');
  });

  it('is missed when one goal is', () => {
    const met = { figures: figures(1), isMet: atLeast(0.95) };
    expect(verdictOf([met, { figures: figures(0.94), isMet: atLeast(0.95) }])).toBe('missed');
  });

  it('judges by the median, so that one bad round decides nothing', () => {
    expect(verdictOf([{ figures: [0.1, ...figures(1, ENOUGH_ROUNDS - 1)], isMet: atLeast(0.95) }])).toBe('met');
  });

  it('is not given without enough idle rounds, however good or bad they were', () => {
    for (const figure of [0, 2])
      expect(verdictOf([{ figures: figures(figure, ENOUGH_ROUNDS - 1), isMet: atLeast(1) }])).toBe('too few');
  });
});

describe('a line', () => {
  it('says which round and way, and when others used the machine', () => {
    expect(lineOf(reading('app', 2, 8), '8 MB/s')).toBe('round 2, app: 8 MB/s');
    expect(lineOf(reading('bare', 0, 8), '8 MB/s')).toBe('warming up, bare: 8 MB/s');
    expect(lineOf(reading('app', 1, 8, 0.25), '8 MB/s')).toBe('round 1, app: 8 MB/s; not idle, others used 25 %');
  });

  it('says what idle browsers use', () => {
    expect(idleLine('app', 0.0124)).toBe('idle, app: 0.012 CPU-s per second, which is taken off');
  });
});
