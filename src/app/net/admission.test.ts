import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admission, type Call, type Caller } from './admission.ts';

type Named = Call & { readonly name: string };
const NOW = 100_000;
type More = { name?: string; ageMs?: number; isConnected?: boolean };
const call = (caller: Caller, { name = caller, ageMs = 0, isConnected = false }: More = {}): Named => ({
  name,
  caller,
  isConnected,
  since: NOW - ageMs,
});
const calls = (count: number, caller: Caller, more: More = {}): Named[] =>
  Array.from({ length: count }, (_, n) => call(caller, { name: `${caller} ${n}`, ...more }));
const REFUSED = { admitted: false };
const ADMITTED = { admitted: true };

describe('a stranger', () => {
  it.each<[string, readonly Named[], object]>([
    ['on a quiet page', [], ADMITTED],
    ['beside three others', calls(3, 'stranger'), ADMITTED],
    ['beside four others', calls(4, 'stranger'), REFUSED],
    ['beside four others of 14 s', calls(4, 'stranger', { ageMs: 14_000 }), REFUSED],
    ['beside seven that stand', calls(7, 'stranger', { isConnected: true }), ADMITTED],
    ['beside eight that stand, however long', calls(8, 'stranger', { isConnected: true, ageMs: 99_000 }), REFUSED],
    ['beside eight known ones', calls(8, 'known'), REFUSED],
    ['beside any number of known ones that stand', calls(30, 'known', { isConnected: true }), ADMITTED],
    ['beside any number of invited ones', calls(30, 'invited'), ADMITTED],
  ])('%s', (_, before, expected) => {
    expect(admission('stranger', before, NOW)).toEqual(expected);
  });

  it('takes the place of the oldest call that had its time', () => {
    const old = call('stranger', { name: 'old', ageMs: 20_000 });
    const older = call('stranger', { name: 'older', ageMs: 30_000 });
    const before = [...calls(2, 'stranger'), old, older, call('known', { ageMs: 39_000 })];
    expect(admission('stranger', before, NOW)).toEqual({ admitted: true, insteadOf: older });
  });
});

describe('a known device', () => {
  it('has its places whatever strangers do, and takes one of theirs when all are full', () => {
    const strangers = calls(4, 'stranger');
    expect(admission('known', strangers, NOW)).toEqual(ADMITTED);
    expect(admission('known', [...strangers, ...calls(3, 'known')], NOW)).toEqual(ADMITTED);
    const full = [...strangers, ...calls(4, 'known')];
    expect(admission('known', full, NOW)).toEqual({ admitted: true, insteadOf: strangers[0] });
    expect(admission('known', calls(8, 'known'), NOW)).toEqual(REFUSED);
  });
});

it('an invited device is never refused, and no protected call gives way, whatever came before', () => {
  const caller = fc.constantFrom<Caller>('invited', 'known', 'stranger');
  const arbitrary = fc.record({
    name: fc.constant('x'),
    caller,
    isConnected: fc.boolean(),
    since: fc.integer({ min: 0, max: NOW }),
  });
  fc.assert(
    fc.property(fc.array(arbitrary, { maxLength: 30 }), caller, (before, from) => {
      const decided = admission(from, before, NOW);
      if (from === 'invited') expect(decided).toEqual(ADMITTED);
      if (!decided.admitted || !decided.insteadOf) return;
      expect(decided.insteadOf.caller).toBe('stranger');
      expect(decided.insteadOf.isConnected).toBe(false);
    }),
  );
});

it('strangers alone never hold more than four calls and eight connections, in whatever order they come', () => {
  const step = fc.record({ waitMs: fc.integer({ min: 0, max: 20_000 }), connects: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let held: Named[] = [];
      let now = 0;
      for (const { waitMs, connects } of steps) {
        now += waitMs;
        const decided = admission('stranger', held, now);
        if (decided.admitted)
          held = [...held.filter((one) => one !== decided.insteadOf), { ...call('stranger'), since: now }];
        if (connects) held = held.map((one, at) => (at === held.length - 1 ? { ...one, isConnected: true } : one));
        expect(held.filter(({ isConnected }) => !isConnected).length).toBeLessThanOrEqual(4);
        expect(held.length).toBeLessThanOrEqual(8);
      }
    }),
  );
});
