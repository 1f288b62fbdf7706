import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptLife, Life, MAX_STEP_MS } from './life.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

function clocks(now = 1_764_150_000_000) {
  const at = { now, elapsed: 5_000 };
  return { at, ports: { now: () => at.now, elapsed: () => at.elapsed } };
}

test('grows with the time that passes, also while the phone sleeps', () => {
  const { at, ports } = clocks();
  const life = new Life(undefined, ports);
  at.now += 1_000;
  at.elapsed += 1_000;
  expect(life.now).toBe(1_000);
  at.now += 3_600_000; // the monotonic clock stood still
  expect(life.now).toBe(3_601_000);
  at.elapsed += 500; // the wall clock stood still
  expect(life.now).toBe(3_601_500);
});

test('grows between two visits, by two days at most', () => {
  const { at, ports } = clocks();
  const before = new Life(undefined, ports);
  const { kept } = before;
  at.now += DAY_MS;
  at.elapsed = 0;
  expect(new Life(kept, ports).now).toBe(DAY_MS);
  at.now += 50 * 365 * DAY_MS;
  expect(new Life(kept, ports).now).toBe(MAX_STEP_MS);
});

test('a clock that is set back or forth never turns it back, and never takes more than two days a step', () => {
  const step = fc.record({
    wall: fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
    ran: fc.nat(10_000),
    again: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { at, ports } = clocks();
      let life = new Life(undefined, ports);
      let last = life.now;
      for (const { wall, ran, again } of steps) {
        const { kept } = life;
        at.now += wall;
        at.elapsed = again ? 0 : at.elapsed + ran;
        if (again) life = new Life(kept, ports);
        const { now } = life;
        expect(now).toBeGreaterThanOrEqual(last);
        expect(now - last).toBeLessThanOrEqual(Math.max(MAX_STEP_MS, ran));
        last = now;
      }
    }),
  );
});

test('says when something was by the clock as it is now, and nothing moves until that is set', () => {
  const { at, ports } = clocks();
  const life = new Life(undefined, ports);
  const begin = at.now;
  at.now += 60_000;
  at.elapsed += 60_001; // no two clocks agree to the millisecond
  expect([life.wallAt(0), life.wallAt(1)]).toEqual([begin, begin + 1]);
  at.now -= 3_600_000;
  expect(life.wallAt(0)).toBe(at.now - 60_001);
});

test('is read back, and nothing else is', () => {
  const kept = { lived: 5, wall: 7 };
  expect(keptLife(kept)).toEqual(kept);
  for (const other of [
    undefined,
    null,
    5,
    {},
    { lived: '5', wall: 7 },
    { lived: Number.NaN, wall: 7 },
    { lived: -1, wall: 1 },
  ])
    expect(keptLife(other)).toBeUndefined();
});
