import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf, readClock } from './clock.ts';

const NOON = 1_764_150_000_000;

describe('the clock of another router', () => {
  it('is compared with ours at the middle of the round trip', () => {
    // Sent at 1,000; answered at 1,300, where the other clock is 5 s ahead of ours; heard at 1,600.
    const reading = readClock({ clock: NOON + 1_300 + 5_000, sentAt: 1_000, heardAt: 1_600 });
    expect(differenceOf(reading, 1_600, NOON + 1_600)).toEqual({ aheadMs: 5_000, roundTripMs: 600 });
  });

  it('is never wrong by more than half the round trip, however long either way took', () => {
    const ms = fc.integer({ min: 0, max: 60_000 });
    fc.assert(
      fc.property(ms, ms, ms, fc.integer({ min: -1e12, max: 1e12 }), (sentAt, there, back, ahead) => {
        const heardAt = sentAt + there + back;
        const reading = readClock({ clock: NOON + sentAt + there + ahead, sentAt, heardAt });
        const { aheadMs, roundTripMs } = differenceOf(reading, heardAt, NOON + heardAt);
        expect(Math.abs(aheadMs - ahead)).toBeLessThanOrEqual(roundTripMs / 2 + 1);
      }),
    );
  });

  it('is compared correctly as soon as our own clock has been set', () => {
    const reading = readClock({ clock: NOON, sentAt: 0, heardAt: 0 });
    expect(differenceOf(reading, 10_000, 10_000).aheadMs).toBe(NOON); // a router that starts in 1970
    expect(differenceOf(reading, 20_000, NOON + 20_000).aheadMs).toBe(0);
  });
});
