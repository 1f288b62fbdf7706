import { expect, test } from 'vitest';
import { createFormat } from '../i18n/format.ts';
import { en, ja } from '../i18n/testing/words.ts';
import { tooMuchIn } from './too-much.ts';

const english = { words: en, format: createFormat('en') };
const japanese = { words: ja, format: createFormat('ja') };

test('too many files are counted', () => {
  expect(tooMuchIn({ of: 'files', count: 100_001, most: 100_000 }, english)).toBe(
    '100,001 files are too much at once: 100,000 files is the most. Choose a part of them, and the rest after that.',
  );
});

test('names that are too long together have a sentence of their own: nobody sends letters', () => {
  const excess = { of: 'paths', count: 17_000_000, most: 16_777_216 } as const;
  expect(tooMuchIn(excess, english)).toBe(en.namesTooMuch);
  expect(tooMuchIn(excess, japanese)).toBe(ja.namesTooMuch);
});
