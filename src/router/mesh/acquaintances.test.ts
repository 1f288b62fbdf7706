import { expect, it, test } from 'vitest';
import {
  Acquaintances,
  DEVICES_PER_ROUTER as ALL,
  DEVICES_PER_UNKNOWN_ROUTER as FEW,
  KNOWN_AFTER_MS,
} from './acquaintances.ts';
import type { RouterId } from './bus.ts';

const [R1, R2] = ['r1', 'r2'] as [RouterId, RouterId];
const FALSE = ['f1', 'f2'] as RouterId[];

it('with a key every router is known', () => {
  const known = new Acquaintances('key');
  known.joined(R1, '192.168.1.1', 0);
  expect(known.allowance(R1, 0)).toBe(ALL);
});

it('in an open mesh a router becomes known after a while, and is known at once when it comes back', () => {
  const known = new Acquaintances('open');
  known.joined(R1, '192.168.1.1', 0);
  expect([0, KNOWN_AFTER_MS - 1, KNOWN_AFTER_MS].map((now) => known.allowance(R1, now))).toEqual([FEW, FEW, ALL]);
  known.left(R1, KNOWN_AFTER_MS);
  expect(known.allowance(R1, KNOWN_AFTER_MS)).toBe(FEW);
  known.joined(R1, '192.168.1.9', 100_000);
  expect(known.allowance(R1, 100_000)).toBe(ALL);
  known.left(R1, 100_000);
  known.joined(R1, '192.168.1.9', 10_000_000);
  expect(known.allowance(R1, 10_000_000)).toBe(FEW);
});

it('a router that left before it was known is a stranger again', () => {
  const known = new Acquaintances('open');
  known.joined(R1, '192.168.1.1', 0);
  known.left(R1, KNOWN_AFTER_MS - 1);
  known.joined(R1, '192.168.1.1', KNOWN_AFTER_MS);
  expect(known.allowance(R1, KNOWN_AFTER_MS)).toBe(FEW);
});

it('of several routers at one address only the first ever becomes known', () => {
  const known = new Acquaintances('open');
  known.joined(R1, '192.168.1.1', 0);
  known.joined(R2, '192.168.1.1', 1);
  expect([R1, R2].map((id) => known.allowance(id, 1e6))).toEqual([ALL, FEW]);
  known.left(R1, 1e6);
  expect([1e6, 1e6 + KNOWN_AFTER_MS].map((now) => known.allowance(R2, now))).toEqual([FEW, ALL]);
});

it('no router from a phone behind a real router ever becomes known, even if the real one is linked over IPv6', () => {
  const known = new Acquaintances('open');
  known.joined(R1, 'fe80::1%bh0', 0);
  known.told(R1, '192.168.1.1', 0);
  for (const [at, id] of FALSE.entries()) {
    known.joined(id, '192.168.1.1', at + 1);
    known.told(id, `192.168.1.${at + 100}`, at + 1);
  }
  expect([R1, ...FALSE].map((id) => known.allowance(id, 1e6))).toEqual([ALL, FEW, FEW]);
  known.joined(R1, 'fe80::1%bh0', 1e6); // linked anew
  expect([R1, ...FALSE].map((id) => known.allowance(id, 1e6))).toEqual([ALL, FEW, FEW]);
});

it('the address that a phone states makes no other router unknown', () => {
  const known = new Acquaintances('open');
  known.joined(R1, '192.168.1.1', 0);
  known.told(R1, '192.168.1.2', 0);
  known.joined(R2, '192.168.1.2', 0);
  expect([R1, R2].map((id) => known.allowance(id, 1e6))).toEqual([ALL, ALL]);
  known.left(R2, 1e6);
  known.joined(R2, 'fe80::2%bh0', 1e6);
  known.told(R2, '192.168.1.2', 1e6);
  expect(known.allowance(R2, 2e6)).toBe(ALL);
});

it('a new link changes nothing', () => {
  const known = new Acquaintances('open');
  known.joined(R1, '192.168.1.1', 0);
  known.joined(R1, '192.168.1.1', KNOWN_AFTER_MS);
  expect(known.allowance(R1, KNOWN_AFTER_MS)).toBe(ALL);
});

const [F1] = FALSE as [RouterId];

/** R1, and a phone behind it that claims to be a router; a minute later. */
function withPhone(link: string): { known: Acquaintances; both: (now: number) => number[] } {
  const known = new Acquaintances('open');
  known.joined(R1, link, 0);
  known.told(R1, '192.168.1.1', 0);
  known.joined(F1, '192.168.1.1', 1_000);
  known.told(F1, '192.168.1.77', 1_000);
  return { known, both: (now) => [R1, F1].map((id) => known.allowance(id, now)) };
}

test.each([
  '192.168.1.1',
  'fe80::1%bh0',
])('a router linked from %s loses nothing to its phone while it starts again', (link) => {
  const { known, both } = withPhone(link);
  expect(both(60_000)).toEqual([ALL, FEW]);
  known.left(R1, 60_000);
  expect(both(60_001)).toEqual([FEW, FEW]);
  known.joined(R1, link, 62_000);
  known.told(R1, '192.168.1.1', 62_001);
  expect([62_001, 3_600_000].map(both)).toEqual([
    [ALL, FEW],
    [ALL, FEW],
  ]);
});

test.each([
  '192.168.1.1',
  'fe80::1%bh0',
])('nor does a router at %s lose it that was away until its phone was known', (link) => {
  const { known, both } = withPhone(link);
  known.left(R1, 60_000);
  expect(both(60_000 + KNOWN_AFTER_MS)).toEqual([FEW, ALL]);
  known.joined(R1, link, 100_000);
  known.told(R1, '192.168.1.1', 100_001);
  expect(both(100_001)).toEqual([ALL, FEW]);
  // Held back, the phone leaves as an unknown router.
  known.left(F1, 200_000);
  known.left(R1, 200_000);
  known.joined(F1, '192.168.1.1', 200_001);
  expect(both(200_001)).toEqual([FEW, FEW]);
});

test.each([
  ['fe80::1%bh0', '192.168.1.1'],
  ['192.168.1.1', 'fe80::1%bh0'],
])('nor one that is linked from %s and then from %s', (before, after) => {
  for (const at of [5_000, 60_000]) {
    const { known, both } = withPhone(before);
    known.joined(R1, after, at);
    expect(both(3e6)).toEqual([ALL, FEW]);
    known.told(R1, '192.168.1.1', at + 1);
    expect(both(3e6)).toEqual([ALL, FEW]);
  }
});

it('a router known elsewhere loses an address to the one known there, but not to a newcomer', () => {
  const known = new Acquaintances('open');
  known.joined(R1, '192.168.1.1', 0);
  known.joined(F1, '192.168.1.9', 60_000);
  known.joined(R1, '192.168.1.9', 62_000);
  expect([R1, F1].map((id) => known.allowance(id, 1e6))).toEqual([ALL, FEW]);
  known.joined(R2, '192.168.1.2', 0);
  known.joined(R2, '192.168.1.9', 1e6);
  expect([R1, R2].map((id) => known.allowance(id, 2e6))).toEqual([ALL, FEW]);
});

it('a machine on the backhaul takes nothing from a router that was known before it spoke', () => {
  const known = new Acquaintances('open');
  known.joined(R2, 'fe80::bad%bh0', 0);
  known.joined(R1, '192.168.1.1', 1_000);
  known.told(R1, '192.168.1.1', 1_000);
  known.told(R2, '192.168.1.1', 60_000);
  expect([R1, R2].map((id) => known.allowance(id, 3e6))).toEqual([ALL, ALL]);
  known.left(R1, 3e6);
  known.joined(R1, '192.168.1.1', 3.1e6);
  expect(known.allowance(R1, 3.1e6)).toBe(ALL);
});
