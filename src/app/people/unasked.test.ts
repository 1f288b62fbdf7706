import { expect, test } from 'vitest';
import { idOf, newSecret, publicKeyOf } from '../../protocol/keys.ts';
import type { Known } from './person.ts';
import { afterOneMore, needsNoQuestion, UNASKED_A_DAY } from './unasked.ts';

const key = publicKeyOf(newSecret());
const NOW = 1_700_000_000_000;
const DAY_MS = 86_400_000;
const known = (acceptBytes: number, more: Partial<Known> = {}): Known => ({
  is: 'known',
  id: idOf(key),
  key,
  label: 'Ito',
  called: 'Ito',
  since: 0,
  acceptBytes,
  ...more,
});

test('everything is asked about unless the owner has said otherwise', () => {
  expect(needsNoQuestion(known(0), 0, NOW)).toBe(false);
  expect(needsNoQuestion(known(100), 100, NOW)).toBe(true);
  expect(needsNoQuestion(known(100), 101, NOW)).toBe(false);
});

test('a day has room for ten of the largest, however small each is', () => {
  const full = known(100, { taken: { from: NOW, bytes: 100 * UNASKED_A_DAY - 40 } });
  expect(needsNoQuestion(full, 40, NOW + 1)).toBe(true);
  expect(needsNoQuestion(full, 41, NOW + 1)).toBe(false);
  expect(afterOneMore(full, 40, NOW + 1)).toEqual({ from: NOW, bytes: 1_000 });
});

test('the next day begins with its first offer', () => {
  const yesterday = known(100, { taken: { from: NOW, bytes: 1_000 } });
  expect(needsNoQuestion(yesterday, 1, NOW + DAY_MS - 1)).toBe(false);
  expect(needsNoQuestion(yesterday, 100, NOW + DAY_MS)).toBe(true);
  expect(afterOneMore(yesterday, 100, NOW + DAY_MS)).toEqual({ from: NOW + DAY_MS, bytes: 100 });
});

test('a clock that is set back gives no new day', () => {
  const early = known(100, { taken: { from: NOW, bytes: 1_000 } });
  expect(needsNoQuestion(early, 1, NOW - 10 * DAY_MS)).toBe(false);
});
