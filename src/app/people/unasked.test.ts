import { expect, test } from 'vitest';
import { idOf, newSecret, publicKeyOf } from '../../protocol/keys.ts';
import type { Known } from './person.ts';
import {
  afterOneMore,
  type Need,
  needsNoQuestion,
  UNASKED_A_DAY,
  UNASKED_FILES,
  UNASKED_OFFERS_A_DAY,
  UNTOLD_ROOM_BYTES,
} from './unasked.ts';

const key = publicKeyOf(newSecret());
const NOW = 1_700_000_000_000;
const DAY_MS = 86_400_000;
/** An offer of one file, at a browser with room for everything. */
const of = (bytes: number, more: Partial<Need> = {}): Need => ({
  bytes,
  files: 1,
  roomBytes: Number.POSITIVE_INFINITY,
  ...more,
});
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
  expect(needsNoQuestion(known(0), of(0), NOW)).toBe(false);
  expect(needsNoQuestion(known(100), of(100), NOW)).toBe(true);
  expect(needsNoQuestion(known(100), of(101), NOW)).toBe(false);
});

test('a day has room for ten of the largest, however small each is', () => {
  const full = known(100, { taken: { from: NOW, bytes: 100 * UNASKED_A_DAY - 40, offers: 3 } });
  expect(needsNoQuestion(full, of(40), NOW + 1)).toBe(true);
  expect(needsNoQuestion(full, of(41), NOW + 1)).toBe(false);
  expect(afterOneMore(full, of(40), NOW + 1)).toEqual({ from: NOW, bytes: 1_000, offers: 4 });
});

test('the next day begins with its first offer', () => {
  const yesterday = known(100, { taken: { from: NOW, bytes: 1_000, offers: 3 } });
  expect(needsNoQuestion(yesterday, of(1), NOW + DAY_MS - 1)).toBe(false);
  expect(needsNoQuestion(yesterday, of(100), NOW + DAY_MS)).toBe(true);
  expect(afterOneMore(yesterday, of(100), NOW + DAY_MS)).toEqual({ from: NOW + DAY_MS, bytes: 100, offers: 1 });
});

test('a clock that is set back gives no new day', () => {
  const early = known(100, { taken: { from: NOW, bytes: 1_000, offers: 3 } });
  expect(needsNoQuestion(early, of(1), NOW - 10 * DAY_MS)).toBe(false);
});

test('a thousand empty files are a folder; more of them, or a hundred offers of nothing, are no use to anybody', () => {
  expect(needsNoQuestion(known(100), of(0, { files: UNASKED_FILES }), NOW)).toBe(true);
  expect(needsNoQuestion(known(100), of(0, { files: UNASKED_FILES + 1 }), NOW)).toBe(false);
  let ito = known(100);
  for (let n = 0; n < UNASKED_OFFERS_A_DAY; n++) {
    expect(needsNoQuestion(ito, of(0), NOW)).toBe(true);
    ito = known(100, { taken: afterOneMore(ito, of(0), NOW) });
  }
  expect(needsNoQuestion(ito, of(0), NOW)).toBe(false);
  expect(needsNoQuestion(ito, of(0), NOW + DAY_MS)).toBe(true);
});

test('what the room does not hold is asked about, and where nobody tells the room, what is large', () => {
  const ito = known(1_000_000_000);
  expect(needsNoQuestion(ito, of(100, { roomBytes: 100 }), NOW)).toBe(true);
  expect(needsNoQuestion(ito, of(101, { roomBytes: 100 }), NOW)).toBe(false);
  expect(needsNoQuestion(ito, of(0, { roomBytes: -1 }), NOW)).toBe(false);
  const untold = { roomBytes: undefined };
  expect(needsNoQuestion(ito, of(UNTOLD_ROOM_BYTES, untold), NOW)).toBe(true);
  expect(needsNoQuestion(ito, of(UNTOLD_ROOM_BYTES + 1, untold), NOW)).toBe(false);
  const taken = { from: NOW, bytes: UNTOLD_ROOM_BYTES * UNASKED_A_DAY, offers: 10 };
  expect(needsNoQuestion(known(1_000_000_000, { taken }), of(1, untold), NOW)).toBe(false);
  expect(needsNoQuestion(known(1_000_000_000, { taken }), of(1), NOW)).toBe(true);
});
