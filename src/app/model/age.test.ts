import { expect, test } from 'vitest';
import { ageOf } from './age.ts';

test.each([
  [-5_000, 'now'],
  [59_000, 'now'],
  [61_000, '1 minute ago'],
  [3 * 3_600_000 + 1, '3 hours ago'],
  [86_400_000, 'yesterday'],
  [9 * 86_400_000, '9 days ago'],
])('%i ms', (ms, said) => {
  expect(ageOf(ms, 'en')).toBe(said);
});
