import { describe, expect, it } from 'vitest';
import { daysLeft, isDue, knowsTheDate, periodAt } from './validity.ts';

const DAY_MS = 86_400_000;
const BUILT = new Date('2026-11-26T10:00:00Z');
const NOW = new Date('2027-03-11T05:46:00Z');
const later = (from: Date, days: number) => new Date(from.getTime() + days * DAY_MS);

describe('a router that knows the date', () => {
  const period = periodAt(NOW, BUILT);

  it('gets a certificate that Apple accepts: at most 825 days', () => {
    expect((period.notAfter.getTime() - period.notBefore.getTime()) / DAY_MS).toBeLessThan(825);
  });

  it('may be a year wrong in either direction', () => {
    expect(later(period.notBefore, 365) < NOW).toBe(true);
    expect(later(NOW, 365) < period.notAfter).toBe(true);
  });

  it('keeps it until half a year before its end', () => {
    expect(isDue(period, NOW, BUILT)).toBe(false);
    expect(isDue(period, later(period.notAfter, -181), BUILT)).toBe(false);
    expect(isDue(period, later(period.notAfter, -179), BUILT)).toBe(true);
    expect(isDue(period, later(period.notAfter, 1), BUILT)).toBe(true);
  });

  it('replaces one that begins in the future', () => {
    expect(isDue(period, later(period.notBefore, -1), new Date('2020-01-01'))).toBe(true);
  });
});

describe.each([
  ['1970', new Date(0)],
  ['a week before the program was made', later(BUILT, -7)],
  ['2106', new Date('2106-02-07')],
])('a router whose clock says %s', (_, clock) => {
  const period = periodAt(clock, BUILT);

  it('does not know the date, and gets a certificate for any', () => {
    expect(knowsTheDate(clock, BUILT)).toBe(false);
    expect(period.notBefore < NOW && later(NOW, 20 * 365) < period.notAfter).toBe(true);
    // Apple's limit of 825 days is for certificates that begin later than this.
    expect(period.notBefore < new Date('2019-07-01')).toBe(true);
    expect(isDue(period, clock, BUILT)).toBe(false);
  });

  it('gets an ordinary one as soon as it knows the date, and gives that up when it forgets it', () => {
    expect(isDue(period, NOW, BUILT)).toBe(true);
    expect(isDue(periodAt(NOW, BUILT), clock, BUILT)).toBe(true);
  });
});

it('counts whole days, and negative ones when it is past', () => {
  expect(daysLeft(later(NOW, 1.5), NOW)).toBe(1);
  expect(daysLeft(later(NOW, -0.5), NOW)).toBe(-1);
});
