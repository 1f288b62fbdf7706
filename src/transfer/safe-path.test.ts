import fc from 'fast-check';
import { expect, test } from 'vitest';
import { downloadName, safePaths } from './safe-path.ts';

const safePath = (path: string) => safePaths([path])[0];
const utf8 = (text: string) => new TextEncoder().encode(text).length;

test.each([
  ['photo.jpg', 'photo.jpg'],
  ['避難所/名簿 (最新).csv', '避難所/名簿 (最新).csv'],
  ['.profile', '.profile'],
  ['👩‍👩‍👧/🎌.png', '👩‍👩‍👧/🎌.png'],
  ['が.txt'.normalize('NFD'), 'が.txt'.normalize('NFD')],
  ['../../etc/passwd', 'etc/passwd'],
  ['a/../b', 'a/b'],
  ['/abs/./olute//x', 'abs/olute/x'],
  ['..', 'unnamed'],
  ['', 'unnamed'],
  ['///', 'unnamed'],
  ['..\\..\\evil.exe', '.._.._evil.exe'],
  ['C:\\x', 'C__x'],
  ['line\nbreak\u0000\u007f.txt', 'line_break__.txt'],
  ['holiday\u202egpj.exe', 'holiday_gpj.exe'],
  ['a\u2066b\u2069.txt', 'a_b_.txt'],
  ['what? <"*|>.txt', 'what_ _____.txt'],
  ['CON', 'CON_'],
  ['nul.tar.gz', 'nul_.tar.gz'],
  ['com1/console.log', 'com1_/console.log'],
  ['LPT¹.txt', 'LPT¹_.txt'],
  ['dots...', 'dots___'],
  ['. . .', '_____'],
  ['space ', 'space_'],
])('%j becomes %j', (path, expected) => {
  expect(safePath(path)).toBe(expected);
});

test('keeps names of exactly 255 bytes and cuts longer ones before their ending', () => {
  const longest = `${'あ'.repeat(83)}ab.txt`;
  expect(utf8(longest)).toBe(255);
  expect(safePath(longest)).toBe(longest);
  expect(safePath(`あ${longest}`)).toBe(`${'あ'.repeat(83)}.txt`);
  expect(safePath(`${'x'.repeat(252)}🎌🎌`)).toBe('x'.repeat(252));
});

test('makes equal names distinct, each with its ending, within 255 bytes', () => {
  expect(safePaths(['a.jpg', 'a.jpg', 'a (2).jpg', 'a.jpg', 'b/a.jpg', '.env', '.env'])).toEqual([
    'a.jpg',
    'a (2).jpg',
    'a (2) (2).jpg',
    'a (3).jpg',
    'b/a.jpg',
    '.env',
    '.env (2)',
  ]);
  const long = `${'x'.repeat(251)}.jpg`;
  expect(safePaths([long, long])[1]).toBe(`${'x'.repeat(247)} (2).jpg`);
});

test('names that some file systems cannot tell apart count as equal', () => {
  expect(safePaths(['IMG.JPG', 'img.jpg'])).toEqual(['IMG.JPG', 'img (2).jpg']);
  const nfd = 'が.txt'.normalize('NFD');
  expect(safePaths(['が.txt', nfd])).toEqual(['が.txt', nfd.replace('.', ' (2).')]);
});

test('no file replaces a folder, and no folder a file', () => {
  expect(safePaths(['a', 'a/b', 'a/c', 'd/e', 'd'])).toEqual(['a', 'a (2)/b', 'a (2)/c', 'd/e', 'd (2)']);
});

test('a hundred thousand files with one name do not take quadratic time', () => {
  const paths = safePaths(Array.from({ length: 100_000 }, () => 'same.txt'));
  expect(paths.at(-1)).toBe('same (100000).txt');
});

test('the results for any input are relative, clean, short and distinct', () => {
  const nasty = fc.constantFrom(
    '..',
    '.',
    '/',
    '\\',
    'a',
    'A',
    'con',
    ' ',
    '\u202e',
    '\n',
    '🎌',
    'あ'.repeat(90),
    '.txt',
    ' (2)',
  );
  const path = fc
    .array(fc.oneof(nasty, fc.string({ unit: 'binary' })), { maxLength: 8 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(path, { maxLength: 30 }), (paths) => {
      const safe = safePaths(paths);
      expect(safe.length).toBe(paths.length);
      expect(new Set(safe.map((one) => one.normalize('NFC').toLowerCase())).size).toBe(paths.length);
      for (const segment of safe.flatMap((one) => one.split('/'))) {
        expect(segment).not.toMatch(/^$|^\.\.?$|[\p{Cc}\\:*?"<>|\u202e]|[. ]$/u);
        expect(utf8(segment)).toBeLessThanOrEqual(255);
      }
    }),
  );
});

test.each([
  ['folder/名簿?.csv', '名簿?.csv'],
  ['no extension', 'no extension'],
  ['a/..', 'unnamed'],
  ['a\\b\u0007\u202e.exe', 'a_b__.exe'],
])('downloads %j as %j', (path, name) => {
  expect(downloadName(path)).toBe(name);
});
