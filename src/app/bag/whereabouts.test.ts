import { expect, test } from 'vitest';
import type { RouterIdentity } from '../../protocol/signaling.ts';
import type { Connection } from '../model/model.ts';
import { whereabouts } from './whereabouts.ts';

const own = { id: 'CaJnJDPpIm_BgPv9', name: 'Gym' } as RouterIdentity;
const base = 'http://192.168.42.1/';
const at = (again: number) => ({ type: 'router', router: { ...own, base }, again });
const nowhere = { type: 'router', router: undefined };

function told(...states: readonly Connection[]) {
  const tell = whereabouts(base);
  return states.map((state) => tell(state, own));
}

test('the bag stays where it was while the page looks for its router, and opens its line anew when that is found again', () => {
  expect(told('connecting', 'online', 'online', 'reconnecting', 'online', 'online', 'reconnecting', 'online')).toEqual([
    nowhere,
    at(0),
    at(0),
    at(0),
    at(1),
    at(1),
    at(1),
    at(2),
  ]);
});

test('it is nowhere when the page has none, or has not heard yet which', () => {
  expect(told('online', 'offline', 'reconnecting', 'online')).toEqual([at(0), nowhere, nowhere, at(1)]);
  expect(whereabouts(base)('online', undefined)).toEqual(nowhere);
});
