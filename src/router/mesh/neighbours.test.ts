import { describe, expect, it } from 'vitest';
import type { Beacon } from './beacon.ts';
import type { Incarnation, RouterId } from './bus.ts';
import { Neighbours, placeToDial } from './neighbours.ts';

const ID = 'CaJnJDPpIm_BgPv9' as RouterId;
const V4 = '192.168.1.7';
const V6 = 'fe80::7%bh0';
const life = (count: number): Incarnation => count.toString(16).padStart(16, '0') as Incarnation;
const beacon = (sequence: number, more: Partial<Beacon> = {}): Beacon => ({
  id: ID,
  incarnation: life(1),
  sequence,
  port: 8642,
  version: 0,
  ...more,
});

describe('a beacon', () => {
  it('counts once, and never again', () => {
    const neighbours = new Neighbours();
    expect(neighbours.heard(beacon(5), V4, 0)).toBe('back');
    expect(neighbours.heard(beacon(6), V4, 1_000)).toBe('known');
    expect(neighbours.heard(beacon(6), V4, 1_001)).toBe('replay');
    expect(neighbours.heard(beacon(5), V4, 1_002)).toBe('replay');
  });

  it('of a later life starts counting anew, a beacon of an earlier life is a recording', () => {
    const neighbours = new Neighbours();
    neighbours.heard(beacon(50, { incarnation: life(2) }), V4, 0);
    expect(neighbours.heard(beacon(99), V4, 10)).toBe('replay');
    expect(neighbours.heard(beacon(1, { incarnation: life(3) }), V4, 20)).toBe('back');
  });

  it('of an earlier life is believed after a long silence: data directories are restored from copies', () => {
    const neighbours = new Neighbours();
    neighbours.heard(beacon(50, { incarnation: life(2) }), V4, 0);
    expect(neighbours.heard(beacon(1), V4, 60_000)).toBe('back');
  });

  it('of a linked router may be half a minute late: an earlier one is a replay still, and the next one no news', () => {
    const neighbours = new Neighbours();
    neighbours.heard(beacon(5), V6, 0);
    expect(neighbours.heard(beacon(4), V6, 40_000, true)).toBe('replay');
    expect(neighbours.heard(beacon(6), V6, 40_000, true)).toBe('known');
    expect(neighbours.heard(beacon(7), V6, 44_000)).toBe('back');
  });

  it('gives the address to dial: link-local IPv6 first, the other family after a failure, no stale address', () => {
    const neighbours = new Neighbours();
    neighbours.heard(beacon(1), V4, 0);
    neighbours.heard(beacon(2), V6, 10);
    const neighbour = neighbours.get(ID);
    if (neighbour === undefined) throw new Error('not heard');
    expect(placeToDial(neighbour, 0, 100)?.address).toBe(V6);
    expect(placeToDial(neighbour, 1, 100)?.address).toBe(V4);
    neighbours.heard(beacon(3), V4, 3_000);
    expect(placeToDial(neighbour, 0, 4_000)?.address).toBe(V4);
    expect(placeToDial(neighbour, 0, 60_000)).toBeUndefined();
  });
});

it('is dialled at once where its link was alive a moment ago, and nowhere else', () => {
  const neighbours = new Neighbours();
  neighbours.heard(beacon(1), V4, 0);
  neighbours.heard(beacon(2), V6, 0);
  const neighbour = neighbours.get(ID);
  if (neighbour === undefined) throw new Error('not heard');
  expect(placeToDial(neighbour, 0, 20_000)).toBeUndefined();
  neighbours.wasLinked(ID, V6, 19_000);
  expect([0, 1].map((attempt) => placeToDial(neighbour, attempt, 20_000)?.address)).toEqual([V6, V6]);
  expect(neighbours.heard(beacon(1, { incarnation: life(0) }), V6, 40_000)).toBe('replay');
});

describe('all are heard over IPv6', () => {
  const OTHER = 'mnopqrstuvwxyz01' as RouterId;
  const nobody = (): boolean => false;

  it('when each of them is, whatever else it is heard over, and there is one', () => {
    const neighbours = new Neighbours();
    expect(neighbours.areAllOverIpv6(nobody, 0)).toBe(false);
    neighbours.heard(beacon(1), V6, 0);
    neighbours.heard(beacon(2), V4, 1);
    expect(neighbours.areAllOverIpv6(nobody, 2)).toBe(true);
    neighbours.heard(beacon(1, { id: OTHER }), V4, 3);
    expect(neighbours.areAllOverIpv6(nobody, 4)).toBe(false);
    neighbours.heard(beacon(2, { id: OTHER }), 'fe80::8%bh0', 5);
    expect(neighbours.areAllOverIpv6(nobody, 6)).toBe(true);
  });

  it('no more once one of them is heard over IPv4 alone', () => {
    const neighbours = new Neighbours();
    neighbours.heard(beacon(1), V6, 0);
    neighbours.heard(beacon(2), V4, 2_500);
    expect(neighbours.areAllOverIpv6(nobody, 2_500)).toBe(true);
    neighbours.heard(beacon(3), V4, 2_501);
    expect(neighbours.areAllOverIpv6(nobody, 2_501)).toBe(false);
  });

  it('without those that are gone, but with linked ones that are quiet, and without peers that no beacon told of', () => {
    const neighbours = new Neighbours();
    neighbours.heard(beacon(1), V4, 0);
    neighbours.heard(beacon(1, { id: OTHER }), 'fe80::8%bh0', 60_000);
    neighbours.met('routed----------' as RouterId, life(1), 60_000);
    expect(neighbours.areAllOverIpv6(nobody, 60_000)).toBe(true);
    expect(neighbours.areAllOverIpv6((id) => id === ID, 60_000)).toBe(false);
  });
});

it('remembers a limited number of routers, and first forgets the one heard longest ago', () => {
  const neighbours = new Neighbours();
  const idOf = (index: number): RouterId => String(index).padStart(16, '0') as RouterId;
  for (let index = 0; index < 300; index += 1) {
    neighbours.heard(beacon(index + 1, { id: idOf(0) }), V4, index);
    neighbours.heard(beacon(1, { id: idOf(index) }), V4, index);
  }
  expect([...neighbours.all].length).toBe(256);
  expect(neighbours.get(idOf(0))).toBeDefined();
  expect(neighbours.get(idOf(1))).toBeUndefined();
  expect(neighbours.get(idOf(299))).toBeDefined();
});
