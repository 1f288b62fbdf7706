import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../languages/languages.ts';
import { READING } from '../../languages/readings.ts';
import { DICTIONARIES } from '../language/dictionaries.ts';
import { joined } from './joined.ts';
import { en } from './testing/words.ts';
import type { Forms } from './words/forms.ts';

/** A language may name somebody twice. */
const places = (text: string): ReadonlySet<string> => new Set(text.match(/\{\w+\}|#/gu));

const PLURALS: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const isForms = (node: object): node is Forms => 'other' in node && Object.keys(node).every((key) => PLURALS.has(key));

/** Every text of a dictionary with the way to it, and every text with plural forms. */
function textsIn(node: unknown, path = ''): readonly (readonly [path: string, text: string | Forms])[] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) throw new Error(`${path} is no text`);
  if (isForms(node)) return [[path, node]];
  return Object.entries(node).flatMap(([key, value]) => textsIn(value, `${path}.${key}`));
}
const formsOf = (text: string | Forms): readonly string[] => (typeof text === 'string' ? [text] : Object.values(text));
const otherOf = (text: string | Forms): string => (typeof text === 'string' ? text : text.other);

/** The categories of the numbers that are shown; Spanish has one more for millions. */
function categoriesOf(tag: string): { readonly needed: ReadonlySet<string>; readonly known: ReadonlySet<string> } {
  const rules = new Intl.PluralRules(tag);
  const needed = Array.from({ length: 1_000 }, (_, count) => rules.select(count));
  return { needed: new Set(needed), known: new Set(rules.resolvedOptions().pluralCategories) };
}

const english = new Map(textsIn(en));

describe.each(DICTIONARIES.map((dictionary) => [dictionary.tag, dictionary] as const))('%s', (tag, dictionary) => {
  let texts: ReadonlyMap<string, string | Forms>;
  let hasReadings: boolean;
  beforeAll(async () => {
    const { first, prepare } = await dictionary.loadFirst();
    texts = new Map(textsIn(joined(first, (await dictionary.loadLate()).late)));
    hasReadings = prepare !== undefined;
  });

  test('has every text, and no other one', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('has the same places to fill as English, in every form', () => {
    for (const [path, text] of texts) {
      const wanted = places(otherOf(english.get(path) ?? ''));
      expect(places(otherOf(text)), path).toEqual(wanted);
      // "1 file" may say it without the number, and then by name.
      for (const form of formsOf(text))
        expect(
          [...places(form)].filter((place) => !wanted.has(place)),
          path,
        ).toEqual([]);
    }
  });

  test('has one form for all numbers, or one for each kind of number', () => {
    const { needed, known } = categoriesOf(tag);
    for (const [path, text] of texts) {
      if (typeof text === 'string') continue;
      const there = Object.keys(text);
      expect(
        there.filter((category) => !known.has(category)),
        path,
      ).toEqual([]);
      if (there.length > 1)
        expect(
          [...needed].filter((category) => !there.includes(category)),
          path,
        ).toEqual([]);
    }
  });

  test('has no empty text, no blanks around one, and composed characters', () => {
    for (const [path, text] of texts)
      for (const form of formsOf(text)) {
        expect(form, path).toBe(form.trim().normalize('NFC'));
        expect(form, path).not.toBe('');
      }
  });

  test('reads brackets behind kanji as readings only where it draws them', () => {
    const read = [...texts].filter(([, text]) => formsOf(text).some((form) => READING.test(form)));
    if (!hasReadings) expect(read.map(([path]) => path)).toEqual([]);
  });
});

test('the languages that have words are offered, in the order of the list', ({ annotate }) => {
  const offered: readonly string[] = DICTIONARIES.map(({ tag }) => tag);
  expect(offered).toEqual(expect.arrayContaining(['ja', 'en']));
  const lacking = LANGUAGES.map(({ tag }) => tag).filter((tag) => !offered.includes(tag));
  // Not an error: a language comes with its folder.
  if (lacking.length > 0) void annotate(`no words yet in ${lacking.join(', ')}`);
});
