import { expect, it } from 'vitest';
import { Hellos } from './hellos.ts';
import { placesOf } from './places.ts';

const LIMITS = { signatures: 10, signaturesPerMinute: 60, inAll: 1_000, inAllPerMinute: 600, crowd: 3, places: 4 };
const MINE = placesOf('192.168.42.7');

/** How many hellos with one signature each are allowed in a row. */
function allowed(hellos: Hellos, places = MINE, now = 0): number {
  let count = 0;
  while (hellos.allow(places, 1, now)) count += 1;
  return count;
}

it('from one address are checked up to the burst, then at the pace of the long run', () => {
  const hellos = new Hellos(LIMITS);
  expect([allowed(hellos), allowed(hellos, MINE, 5_000), allowed(hellos, MINE, 600_000)]).toEqual([10, 5, 10]);
});

it('count each signature that they have, and not at all when they are not checked', () => {
  const hellos = new Hellos(LIMITS);
  expect([5, 4, 4, 1, 1].map((signatures) => hellos.allow(MINE, signatures, 0))).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
});

it('from elsewhere are not held back', () => {
  const hellos = new Hellos(LIMITS);
  allowed(hellos);
  expect(allowed(hellos, placesOf('192.168.42.8'))).toBe(10);
});

it('from a proxy on this machine, or from one IPv6 network, have a multiple', () => {
  const hellos = new Hellos(LIMITS);
  expect(allowed(hellos, placesOf('127.0.0.1'))).toBe(30);
  const addresses = ['1', '2', '3', '4', '5'].map((last) => placesOf(`2001:db8::${last}`));
  expect(addresses.map((places) => allowed(hellos, places))).toEqual([10, 10, 10, 0, 0]);
});

it('are remembered of as many places as may be, those that were heard last', () => {
  const hellos = new Hellos(LIMITS);
  allowed(hellos);
  for (let last = 1; last <= 3; last++) hellos.allow(placesOf(`10.0.0.${last}`), 1, 0);
  expect(allowed(hellos)).toBe(0);
  for (let last = 1; last <= 4; last++) hellos.allow(placesOf(`10.0.1.${last}`), 1, 0);
  expect(allowed(hellos)).toBe(10);
});

it('from however many addresses are checked up to a bound in all, and at its pace in the long run', () => {
  const hellos = new Hellos({ ...LIMITS, inAll: 25 });
  const from = (last: number, now = 0) => allowed(hellos, placesOf(`10.0.2.${last}`), now);
  expect([1, 2, 3, 4].map((last) => from(last))).toEqual([10, 10, 5, 0]);
  expect(from(5, 1_000)).toBe(10);
});
