import { expect, test } from 'vitest';
import { createFormat, fill } from './format.ts';

import { en, ja } from './testing/words.ts';

const english = createFormat('en');
const japanese = createFormat('ja');

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [12_345, '12.3 kB'],
  [999_499, '999 kB'],
  [999_600, '1 MB'],
  [100_000_000, '100 MB'],
  [5_368_709_120, '5.4 GB'],
  [3e15, '3,000 TB'],
])('%i bytes are %s', (bytes, shown) => {
  expect(english.bytes(bytes)).toBe(shown);
});

test.each([
  [0, '1 sec'],
  [3.2, '4 sec'],
  [12, '15 sec'],
  [56, '1 min'],
  [61, '2 min'],
  [5400, '1.5 hr'],
])('%d seconds are %s', (seconds, shown) => {
  expect(english.duration(seconds)).toBe(shown);
});

test('percent rounds down', () => {
  expect(english.percent(0.999)).toBe('99%');
});

test('counts follow the plural rules of the language', () => {
  expect(english.count(en.files, 1)).toBe('1 file');
  expect(english.count(en.files, 2000)).toBe('2,000 files');
  expect(japanese.count(ja.files, 1)).toBe('1個のファイル');
});

test('filling never reads places out of the values', () => {
  expect(fill('{a} and {b}', { a: '{b}', b: '$&' })).toBe('{b} and $&');
  expect(fill('{unknown}', {})).toBe('{unknown}');
});

test('a date has its year unless that is this one', () => {
  const now = new Date().getFullYear();
  expect(english.date(new Date(now, 2, 11, 3).getTime())).toBe('Mar 11');
  expect(english.date(new Date(2011, 2, 11, 3).getTime())).toBe('Mar 11, 2011');
  expect(japanese.date(new Date(2011, 2, 11, 3).getTime())).toBe('2011年3月11日');
});

test.each([
  ['花', '花さんに送る'],
  ['お母さん', 'お母さんに送る'],
  ['\u2068お母さん\u2069（くま 03）', '\u2068お母さん\u2069（くま 03）に送る'],
  ['\u2068山田\u2069（くま 03）', '\u2068山田\u2069（くま 03）さんに送る'],
  ['さんた', 'さんたさんに送る'],
])('%s is called by one title', (name, text) => {
  expect(fill('{name}さんに送る', { name })).toBe(text);
});
