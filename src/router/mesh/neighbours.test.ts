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
