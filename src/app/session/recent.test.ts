import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import { Recent } from './recent.ts';

const idOf = (n: number) => String(n).padStart(16, 'A') as DeviceId;

test('who was met is known in the next visit, whatever else is stored there', () => {
  let kept = `${idOf(1)} <script> x`;
  const recent = new Recent(kept, (text) => {
    kept = text;
  });
  expect(recent.has(idOf(1))).toBe(true);
  expect(recent.has(idOf(2))).toBe(false);
  recent.met(idOf(2));
  const next = new Recent(kept, () => {});
  expect([1, 2, 3].map((n) => next.has(idOf(n)))).toEqual([true, true, false]);
});

test('those met longest ago are forgotten, and nothing is written when nothing is new', () => {
  let written = 0;
  const recent = new Recent('', () => {
    written += 1;
  });
  for (let n = 0; n < 200; n++) recent.met(idOf(n));
  recent.met(idOf(0));
  for (const n of [0, 199, 150, 0]) recent.met(idOf(n));
  expect(written).toBe(201);
  recent.met(idOf(200));
  expect([0, 1, 2, 200].map((n) => recent.has(idOf(n)))).toEqual([true, false, true, true]);
});
