import { expect, test } from 'vitest';
import { leftInTrash, newAge, older, TRASH_LIFE_MS } from './keeping.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

test('ages by the time between looks, and is gone after a day', () => {
  let age = newAge(1000);
  for (let hour = 1; hour <= 23; hour += 1) age = older(age, 1000 + hour * HOUR_MS);
  expect(leftInTrash(age)).toBe(HOUR_MS);
  expect(leftInTrash(older(age, 1000 + TRASH_LIFE_MS))).toBe(0);
});

test.each([
  ['put forward by a year', YEAR_MS],
  ['put right after a battery ran empty', 50 * YEAR_MS],
])('a clock %s leaves at least half a day to take it back', (_, leap) => {
  const age = older(newAge(1000), 1000 + leap);
  expect(leftInTrash(age)).toBeGreaterThanOrEqual(TRASH_LIFE_MS / 2);
  // Afterwards it continues as usual.
  expect(leftInTrash(older(age, 1000 + leap + TRASH_LIFE_MS / 2))).toBe(0);
});

test('a clock that is set back makes nothing younger, and nothing immortal', () => {
  const age = older(older(newAge(YEAR_MS), YEAR_MS + HOUR_MS), 0);
  expect(leftInTrash(age)).toBe(TRASH_LIFE_MS - HOUR_MS);
  expect(leftInTrash(older(age, HOUR_MS))).toBe(TRASH_LIFE_MS - 2 * HOUR_MS);
});
