import { expect, test } from 'vitest';
import { contentsOf, datesOf, title } from './contents.ts';

const entries = (paths: readonly string[]) => paths.map((path) => ({ path }));

test.each([
  [['a.txt'], 'a.txt'],
  [['a.txt', 'b.txt'], 'a.txt'],
  [['folder/a', 'folder/b/c'], 'folder'],
  [['folder/a', 'other/b'], 'a'],
  [['folder/a', 'folder'], 'a'],
  [[], ''],
])('%j are called %j', (paths, expected) => {
  expect(title(entries(paths))).toBe(expected);
});

test.each([
  [['IMG_2041.JPG'], 'named'],
  [['Photos/1.jpg', 'Photos/2.jpg'], 'named'],
  [['IMG_2041.JPG', 'IMG_2042.heic', 'c.png'], 'photos'],
  [['a.MOV', 'b.mp4'], 'videos'],
  [['a.jpg', 'b.mp4'], 'media'],
  [['a.jpg', 'list.xlsx'], 'files'],
  [['a', 'b'], 'files'],
  [['a/1.jpg', 'b/2.jpg'], 'photos'],
  [[], 'named'],
] as const)('%j are %s', (paths, expected) => {
  expect(contentsOf(entries(paths))).toBe(expected);
});

test('photos have the dates of the first and the last of them that is known', () => {
  const photo = (path: string, modified: number) => ({ path, modified });
  const some = [photo('a.jpg', 7), photo('b.jpg', 0), photo('c.jpg', 3), photo('d.jpg', -1)];
  expect(datesOf(some)).toEqual({ from: 3, to: 7 });
  expect(datesOf([photo('a.jpg', 0), photo('b.mp4', 0)])).toBeUndefined();
  expect(datesOf([photo('a.jpg', 7)])).toBeUndefined();
  expect(datesOf([photo('a.jpg', 7), photo('b.xlsx', 7)])).toBeUndefined();
});
