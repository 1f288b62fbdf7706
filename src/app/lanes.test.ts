import { expect, it } from 'vitest';
import { furtherLanes } from './lanes.ts';

it.each([
  ['one room', 1, 0],
  ['one busy access point', 5, 0],
  ['a mesh of some radios', 6, 1],
  ['a longer one', 12, 2],
  ['a thread of satellite', 600, 3],
  ['a clock too coarse to tell', 0, 0],
])('%s: %d ms', (_, roundTripMs, lanes) => {
  expect(furtherLanes(roundTripMs)).toBe(lanes);
});
