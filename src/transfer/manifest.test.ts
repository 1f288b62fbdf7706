import { describe, expect, it } from 'vitest';
import { title } from './manifest.ts';

describe('the title of a transfer', () => {
  it.each([
    ['the only file', ['a.txt'], 'a.txt'],
    ['the first of several files', ['a.txt', 'b.txt'], 'a.txt'],
    ['the folder that holds all', ['trip/a.jpg', 'trip/day 1/b.jpg'], 'trip'],
    ['the first file when folders differ', ['trip/a.jpg', 'other/b.jpg'], 'a.jpg'],
    ['no way out of a folder', ['../../etc/passwd'], 'passwd'],
    ['nothing before a slash', ['/etc/shadow'], 'shadow'],
    ['a path without any name', ['..'], '..'],
  ])('is %s', (_, paths, expected) => {
    expect(title(paths.map((path) => ({ path })))).toBe(expected);
  });
});
