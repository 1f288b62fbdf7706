import { describe, expect, it } from 'vitest';
import type { Incarnation, RouterId } from './bus.ts';
import { Pace } from './pace.ts';

const R2 = 'r2--------------' as RouterId;
const LIFE = '0000000100000001' as Incarnation;
const NEXT_LIFE = '0000000200000001' as Incarnation;

describe('beacons', () => {
  it('come each second while nobody is linked, however long', () => {
    expect(new Pace().interval(0, 86_400_000)).toBe(1_000);
  });

  it('come seldom once all are linked, and each second again after any change', () => {
    const pace = new Pace();
    pace.changed(0);
    expect(pace.interval(3, 9_999)).toBe(1_000);
    expect(pace.interval(3, 10_000)).toBe(10_000);
    pace.joined(R2, 20_000);
    expect(pace.interval(4, 29_999)).toBe(1_000);
    expect(pace.interval(4, 30_000)).toBe(10_000);
    pace.left(R2, 'closed', 40_000);
    expect(pace.interval(3, 49_999)).toBe(1_000);
    expect(pace.interval(3, 50_000)).toBe(10_000);
  });

  it('are shared among many: together about one in two seconds, and each at least twice a minute', () => {
    const pace = new Pace();
    expect([1, 4, 5, 9, 14, 127].map((links) => pace.interval(links, 0))).toEqual([
      10_000, 10_000, 12_000, 20_000, 30_000, 30_000,
    ]);
  });

  it('call for ten minutes for a router that fell silent, and stop when it is back', () => {
    const pace = new Pace();
    pace.left(R2, 'silent', 0);
    expect(pace.interval(2, 600_000)).toBe(1_000);
    expect(pace.interval(2, 600_001)).toBe(10_000);
    pace.left(R2, 'silent', 700_000);
    pace.joined(R2, 720_000);
    expect(pace.interval(2, 730_000)).toBe(10_000);
  });

  it('come each second for a router that is heard and not linked, but not for ever', () => {
    const pace = new Pace();
    for (let now = 0; now <= 60_000; now += 1_000) pace.heardUnlinked(R2, LIFE, now);
    expect(pace.interval(2, 39_999)).toBe(1_000);
    expect(pace.interval(2, 40_000)).toBe(10_000);
    pace.heardUnlinked(R2, NEXT_LIFE, 60_000);
    expect(pace.interval(2, 60_001)).toBe(1_000);
  });

  it('remember no more than a few hundred routers', () => {
    const pace = new Pace();
    for (let index = 0; index < 300; index += 1) pace.left(`r${index}` as RouterId, 'silent', 0);
    for (let index = 44; index < 300; index += 1) pace.joined(`r${index}` as RouterId, 0);
    expect(pace.interval(1, 10_000)).toBe(10_000);
  });
});
