import { expect, test } from 'vitest';
import { forgetWords } from '../forget/words.ts';
import { en } from './en.ts';
import { failureWords } from './failures.ts';
import { LANGUAGES, type LanguageTag, pickLanguage } from './language.ts';

const places = (text: string): string[] => (text.match(/\{\w+\}|#/gu) ?? []).sort();

/** Every text of a dictionary with the way to it. A text that has plural forms counts as its `other`. */
function texts(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) throw new Error(`${path} is no text`);
  if ('other' in node) return texts(node.other, path);
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

test.each(Object.entries(LANGUAGES))('%s has every text, none empty, with the same places to fill', async (tag, {
  load,
}) => {
  const english = new Map(texts({ ...en, forget: forgetWords.en, failures: failureWords.en }));
  const other = new Map(
    texts({ ...(await load()), forget: forgetWords[tag as LanguageTag], failures: failureWords[tag as LanguageTag] }),
  );
  expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [path, text] of other) {
    expect(text.trim(), path).not.toBe('');
    expect(places(text), path).toEqual(places(english.get(path) ?? ''));
  }
});

test('the first language that we have wins; English otherwise', () => {
  expect(pickLanguage(['ja-JP', 'en'])).toBe('ja');
  expect(pickLanguage(['fr', 'JA'])).toBe('ja');
  expect(pickLanguage(['en-GB', 'ja'])).toBe('en');
  expect(pickLanguage(['tlh', ''])).toBe('en');
  expect(pickLanguage(['constructor'])).toBe('en');
});
