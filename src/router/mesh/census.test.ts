import { expect, it } from 'vitest';
import { Censuses } from './census.ts';

it('is the same for the same places in any order, and is taken once for each version', () => {
  let looks = 0;
  let places = ['b r1', 'a r2'];
  const censuses = new Censuses(() => {
    looks += 1;
    return places;
  });
  const first = censuses.at(1);
  expect(first).toMatchObject({ devices: 2 });
  places = ['a r2', 'b r1'];
  expect(censuses.at(2)).toEqual(first);
  expect(censuses.at(2)).toEqual(first);
  expect(looks).toBe(2);
  places = ['a r1', 'b r1'];
  expect(censuses.at(3).presence).not.toBe(first.presence);
});
