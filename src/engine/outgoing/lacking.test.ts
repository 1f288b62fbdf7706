import { expect, test } from 'vitest';
import { lacking } from './lacking.ts';

const entries = ['North/a.csv', 'North/b.csv', 'South/x/c.jpg', 'alone.pdf', 'other.pdf'].map((path) => ({
  path,
  size: 1,
  modified: 0,
}));
const without = (...missing: readonly number[]) => entries.map((_, index) => (missing.includes(index) ? undefined : 1));

test('nothing is lacking when everything is there', () => {
  expect(lacking(entries, without(), new Set())).toBeUndefined();
});

test('asks for folders first, each by its name and once', () => {
  const missing = { count: 4, names: ['North', 'South'], changed: [] };
  expect(lacking(entries, without(0, 1, 2, 3), new Set())).toEqual({ needs: 'folder', missing });
});

test('then asks for single files, and names those that were found but have changed', () => {
  const missing = { count: 2, names: ['alone.pdf', 'other.pdf'], changed: ['other.pdf'] };
  expect(lacking(entries, without(3, 4), new Set([4]))).toEqual({ needs: 'files', missing });
});
