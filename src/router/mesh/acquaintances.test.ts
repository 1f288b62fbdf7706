import { expect, it } from 'vitest';
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

it('in an open mesh a router is known after a while, and again at once when it comes back', () => {
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

it('one that left before it was known is a stranger again', () => {
  const known = new Acquaintances('open');
  known.joined(R1, '192.168.1.1', 0);
  known.left(R1, KNOWN_AFTER_MS - 1);
  known.joined(R1, '192.168.1.1', KNOWN_AFTER_MS);
  expect(known.allowance(R1, KNOWN_AFTER_MS)).toBe(FEW);
});

it('of several at one address only the first is ever known', () => {
  const known = new Acquaintances('open');
  known.joined(R1, '192.168.1.1', 0);
  known.joined(R2, '192.168.1.1', 1);
  expect([R1, R2].map((id) => known.allowance(id, 1e6))).toEqual([ALL, FEW]);
  known.left(R1, 1e6);
  expect(known.allowance(R2, 1e6)).toBe(ALL);
});

it('of a phone that comes from the address of its router none is ever known, also where that one is linked over IPv6', () => {
  const known = new Acquaintances('open');
  known.joined(R1, 'fe80::1%bh0', 0);
  known.told(R1, '192.168.1.1');
  for (const [at, id] of FALSE.entries()) {
    known.joined(id, '192.168.1.1', at);
    known.told(id, `192.168.1.${at + 100}`);
  }
  expect([R1, ...FALSE].map((id) => known.allowance(id, 1e6))).toEqual([ALL, FEW, FEW]);
  known.joined(R1, 'fe80::1%bh0', 1e6); // reached anew
  expect([R1, ...FALSE].map((id) => known.allowance(id, 1e6))).toEqual([ALL, FEW, FEW]);
});

it('what a phone says of its address makes no other router less known', () => {
  const known = new Acquaintances('open');
  known.joined(R1, '192.168.1.1', 0);
  known.told(R1, '192.168.1.2');
  known.joined(R2, '192.168.1.2', 0);
  expect([R1, R2].map((id) => known.allowance(id, 1e6))).toEqual([ALL, ALL]);
  known.left(R2, 1e6);
  known.joined(R2, 'fe80::2%bh0', 1e6);
  known.told(R2, '192.168.1.2');
  expect(known.allowance(R2, 2e6)).toBe(ALL);
});

it('a link that is made anew changes nothing', () => {
  const known = new Acquaintances('open');
  known.joined(R1, '192.168.1.1', 0);
  known.joined(R1, '192.168.1.1', KNOWN_AFTER_MS);
  expect(known.allowance(R1, KNOWN_AFTER_MS)).toBe(ALL);
});
