import { expect, test } from 'vitest';
import { note, noted, shortId } from './log.ts';

test('keeps the last lines, oldest first, and no more', () => {
  for (let link = 0; link < 500; link += 1) note('link', link, 'calls');
  expect(noted()).toHaveLength(200);
  expect(noted()[0]).toMatchObject({ note: ['link', 300, 'calls'] });
  expect(noted().at(-1)).toEqual({ note: ['link', 499, 'calls'], atMs: expect.any(Number), times: 1 });
});

test('what is tried again and again is one line, also when two things are', () => {
  note('link', 1, 'over');
  for (let again = 0; again < 37; again += 1) {
    note('socket', 'refused', 1006);
    if (again > 0) note('fault', 'engine', 'Error', 'its script did not load');
  }
  note('socket', 'refused', 4400);
  expect(noted().slice(-4)).toMatchObject([
    { note: ['link', 1, 'over'], times: 1 },
    { note: ['socket', 'refused', 1006], times: 37 },
    { note: ['fault', 'engine', 'Error', 'its script did not load'], times: 36 },
    { note: ['socket', 'refused', 4400], times: 1 },
  ]);
});

test('a long message is cut', () => {
  note('fault', 'page', 'N'.repeat(40_000), 'm'.repeat(40_000));
  expect(noted().at(-1)?.note).toEqual(['fault', 'page', 'N'.repeat(500), 'm'.repeat(500)]);
});

test('a transfer has the same short name on both devices', () => {
  expect(shortId('s-bob-abcdefgh')).toBe(shortId('r-ann-abcdefgh'));
  expect(shortId('s-bob-abcdefgh')).toHaveLength(4);
});
