import { expect, test } from 'vitest';
import { type Content, recognise } from './recognise.ts';

const file = (path: string, head: string, size = 5): Content => ({ path, head, size });
const paths = (wanted: readonly Content[], found: readonly Content[]) =>
  Array.from(recognise(wanted, found), ([one, other]) => [one.path, other.path]);

test('recognises a file by its head under any name; neither size nor head alone is enough', () => {
  const wanted = [file('IMG_1.jpg', 'one'), file('IMG_2.jpg', 'two')];
  expect(paths(wanted, [file('image.jpg', 'two'), file('IMG_1.jpg', 'three'), file('a.jpg', 'one', 6)])).toEqual([
    ['IMG_2.jpg', 'image.jpg'],
  ]);
});

test('among files with the same head, path goes before name and name before order', () => {
  const wanted = ['a/x', 'b/x', 'c/y', 'd/z'].map((path) => file(path, 'same'));
  const found = ['1', 'b/x', 'q/x', '2', '3'].map((path) => file(path, 'same'));
  expect(paths(wanted, found)).toEqual([
    ['b/x', 'b/x'],
    ['a/x', 'q/x'],
    ['c/y', '1'],
    ['d/z', '2'],
  ]);
});

test('one file serves once', () => {
  expect(paths([file('a', 'same'), file('b', 'same')], [file('image', 'same')])).toEqual([['a', 'image']]);
});
