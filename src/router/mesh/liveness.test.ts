import { describe, expect, it } from 'vitest';
import { askAfterMs, diagnose, type Pulse } from './liveness.ts';

const NOW = 1_000_000;
const PULSE: Pulse = {
  heardAt: NOW,
  closesAt: undefined,
  askedAt: NOW - 60_000,
  comparedAt: NOW,
  link: { heardAt: NOW, askedAt: undefined },
};

describe('another router', () => {
  it.each<[string, Partial<Pulse>, ReturnType<typeof diagnose>]>([
    ['heard just now is fine', {}, 'fine'],
    ['quiet for two beacons is fine yet', { heardAt: NOW - 2_200 }, 'fine'],
    ['quiet for longer is asked', { heardAt: NOW - 2_201 }, 'ask'],
    ['quiet for longer is asked twice a second', { heardAt: NOW - 3_000, askedAt: NOW - 499 }, 'fine'],
    ['quiet for four seconds is asked still', { heardAt: NOW - 4_000 }, 'ask'],
    ['quiet for more than that is gone', { heardAt: NOW - 4_001 }, 'silent'],
    ['quiet without a link is not asked', { heardAt: NOW - 3_000, link: undefined }, 'fine'],
    ['quiet without a link is gone as soon', { heardAt: NOW - 4_001, link: undefined }, 'silent'],
    ['whose link was closed is gone when that is due', { closesAt: NOW, link: undefined }, 'closed'],
    ['whose link was closed is not gone before', { closesAt: NOW + 1, link: undefined }, 'fine'],
    ['heard by beacons alone is asked over the link', { link: { heardAt: NOW - 10_001, askedAt: undefined } }, 'ask'],
    [
      'heard by beacons alone, with no answer over the link, has a dead one',
      { link: { heardAt: NOW - 14_000, askedAt: NOW - 3_001 } },
      'dead-link',
    ],
    [
      'quiet, with no answer over the link, is asked until it is gone',
      { heardAt: NOW - 3_500, link: { heardAt: NOW - 3_500, askedAt: NOW - 3_001 } },
      'ask',
    ],
    ['that was never compared with is', { comparedAt: Number.NEGATIVE_INFINITY }, 'compare-clocks'],
    ['compared with half a minute ago is again', { comparedAt: NOW - 30_000 }, 'compare-clocks'],
  ])('%s', (_, pulse, diagnosis) => {
    expect(diagnose({ ...PULSE, ...pulse }, 3, NOW)).toBe(diagnosis);
  });

  it('is asked later, and given up later, in a mesh of many', () => {
    const found = (routers: number, silence: number) => diagnose({ ...PULSE, heardAt: NOW - silence }, routers, NOW);
    expect([11, 20, 128].map(askAfterMs)).toEqual([2_200, 4_000, 10_000]);
    expect([found(20, 4_000), found(20, 4_001), found(20, 5_800), found(20, 5_801)]).toEqual([
      'fine',
      'ask',
      'ask',
      'silent',
    ]);
  });
});
