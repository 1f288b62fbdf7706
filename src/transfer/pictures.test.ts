import { expect, test } from 'vitest';
import { MAX_PICTURES } from '../protocol/limits.ts';
import { pictured, took } from './pictures.ts';

const named = (...paths: string[]) => paths.map((path) => ({ path }));

test('photos have small pictures; documents, drawings that are documents, and films have none', () => {
  expect(pictured(named('a.pdf', 'b.JPG', 'c.svg', 'trip/d.heic', 'e.mp4', 'f'))).toEqual([1, 3]);
});

test('of many photos the first ones have some', () => {
  const many = named(...Array.from({ length: 100 }, (_, index) => `${index}.jpg`));
  expect(pictured(many)).toEqual(Array.from({ length: MAX_PICTURES }, (_, index) => index));
});

test('a picture is taken once, of a file on offer', () => {
  const entries = named('a.jpg', 'b.txt');
  expect(took([], 0, entries)).toEqual({ taken: [0], isShown: true });
  expect(took([0], 1, entries)).toEqual({ taken: [0, 1], isShown: false });
  expect(took([0], 0, entries)).toBeUndefined();
  expect(took([], 2, entries)).toBeUndefined();
});
