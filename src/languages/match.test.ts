import { expect, test } from 'vitest';
import { LANGUAGES, type LanguageTag } from './languages.ts';
import { matchLanguage } from './match.ts';

const all: readonly LanguageTag[] = LANGUAGES.map(({ tag }) => tag);

test.each([
  ['ja-JP', 'ja'],
  ['JA', 'ja'],
  ['en-GB', 'en'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-MO', 'zh-Hant'],
  ['zh-Hant', 'zh-Hant'],
  ['tl', 'fil'],
  ['fil-PH', 'fil'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['in', 'id'],
  ['id-ID', 'id'],
  ['es-419', 'es'],
  ['ko-KR', 'ko'],
  ['vi-VN', 'vi'],
  ['ne-NP', 'ne'],
  ['th-TH-u-ca-buddhist', 'th'],
  ['my-MM', 'my'],
])('who prefers %s gets %s', (preferred, tag) => expect(matchLanguage([preferred], all)).toBe(tag));

test.each(all)('%s is given to who names it', (tag) => {
  expect(matchLanguage([tag], all)).toBe(tag);
  expect(matchLanguage([tag.toUpperCase()], all)).toBe(tag);
});

test('easy Japanese is for those who name it, not for everybody who reads Japanese', () => {
  expect(matchLanguage(['ja-x-easy'], all)).toBe('ja-x-easy');
  expect(matchLanguage(['ja-JP', 'ja-x-easy'], all)).toBe('ja');
  expect(matchLanguage(['ja'], ['ja-x-easy', 'en'])).toBe('en');
  expect(matchLanguage(['ja-x-other'], all)).toBe('ja');
});

test('the first language that is there wins; English if there is none', () => {
  expect(matchLanguage(['fr', 'ja'], all)).toBe('ja');
  expect(matchLanguage(['ko', 'ja'], ['ja', 'en'])).toBe('ja');
  expect(matchLanguage(['tlh', 'fr'], all)).toBe('en');
  expect(matchLanguage([], all)).toBe('en');
});

test.each([
  ['', '*', 'x-easy', '-', 'ja_JP', 'constructor', 'zh-', '\u0000', 'a'.repeat(9_000), 'ja-x-'],
])('a malformed tag is passed over: %j', (...malformed) => expect(matchLanguage([...malformed, 'ko'], all)).toBe('ko'));

test('a line of every language begins where its script begins', () => {
  for (const { tag, direction } of LANGUAGES) expect(direction, tag).toBe('ltr');
});
