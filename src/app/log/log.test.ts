import { expect, test } from 'vitest';
import { note, noted, shortId } from './log.ts';

test('keeps the last lines, oldest first, and no more', () => {
  for (let link = 0; link < 500; link += 1) note('link', link, 'calls');
  expect(noted()).toHaveLength(200);
  expect(noted()[0]).toMatchObject({ note: ['link', 300, 'calls'] });
  expect(noted().at(-1)).toEqual({ note: ['link', 499, 'calls'], atMs: expect.any(Number) });
});

test('a transfer has the same short name on both devices', () => {
  expect(shortId('s-bob-abcdefgh')).toBe(shortId('r-ann-abcdefgh'));
  expect(shortId('s-bob-abcdefgh')).toHaveLength(4);
});
