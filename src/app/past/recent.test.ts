import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import { Recent } from './recent.ts';

const idOf = (n: number) => String(n).padStart(16, 'A') as DeviceId;
const DAY_MS = 24 * 60 * 60 * 1000;
const TODAY = 20_000;

/** What a browser stores, so that another visit finds it; and how often it was written. */
function storage(text = '') {
  const kept = { text, written: 0 };
  const visit = (day = TODAY) =>
    new Recent(
      kept.text,
      (next) => {
        kept.text = next;
        kept.written += 1;
      },
      () => day * DAY_MS + 5,
    );
  return { kept, visit };
}
const found = (recent: Recent) => [1, 2, 3].map((n) => recent.has(idOf(n)));

test('who was met is known in the next visit, whatever else is stored there', () => {
  const { visit } = storage(`${idOf(1)}:${TODAY} ${idOf(3)} ${idOf(3)}:soon <script> x`);
  const recent = visit();
  expect(found(recent)).toEqual([true, false, false]);
  recent.met(idOf(2));
  expect(found(visit())).toEqual([true, true, false]);
});

test('the oldest are forgotten, and nothing is written when nothing is new', () => {
  const { kept, visit } = storage();
  const recent = visit();
  for (let n = 0; n <= 200; n++) recent.met(idOf(n));
  for (let n = 1; n <= 200; n++) recent.met(idOf(n));
  expect(kept.written).toBe(201);
  expect(recent.has(idOf(0))).toBe(false);
  expect(recent.has(idOf(200))).toBe(true);
});

test('who was not met for a month is forgotten, and nothing of them stays stored', () => {
  const { kept, visit } = storage();
  visit().met(idOf(1));
  visit().met(idOf(2));
  visit(TODAY + 20).met(idOf(1));
  expect(found(visit(TODAY + 29))).toEqual([true, true, false]);
  expect(found(visit(TODAY + 30))).toEqual([true, false, false]);
  expect(kept.text).toBe(`${idOf(1)}:${TODAY + 20}`);
});

test('whoever is to be forgotten is, in this visit and the next', () => {
  const { kept, visit } = storage();
  const recent = visit();
  recent.met(idOf(1));
  recent.met(idOf(2));
  recent.forget(idOf(1));
  recent.forget(idOf(3));
  expect(found(recent)).toEqual([false, true, false]);
  expect(found(visit())).toEqual([false, true, false]);
  expect(kept.written).toBe(3);
});
