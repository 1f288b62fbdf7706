import { expect, test } from 'vitest';
import { wordsToKeep } from './words.ts';

const words = { en: ['/en-first', '/en-late'], ja: ['/ja-first', '/ja-late'], 'zh-Hant': ['/zh-first', '/zh-late'] };

test('the language that was shown is kept, and no other one', () => {
  expect(wordsToKeep(words, 'ja', ['en-US'])).toEqual(['/ja-first', '/ja-late']);
});

test('before the page has shown any, or where its settings cannot be read, it is the browser’s', () => {
  expect(wordsToKeep(words, undefined, ['zh-TW', 'en'])).toEqual(['/zh-first', '/zh-late']);
  expect(wordsToKeep(words, 7, ['fr', 'en'])).toEqual(['/en-first', '/en-late']);
});

test('a language that this version has no words for gives way', () => {
  expect(wordsToKeep(words, 'ko', ['ja'])).toEqual(['/ja-first', '/ja-late']);
  expect(wordsToKeep({ ja: ['/ja-first'] }, 'ko', ['fr'])).toEqual([]);
});
