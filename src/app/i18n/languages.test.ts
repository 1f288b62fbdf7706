import { expect, test } from 'vitest';
import { LANGUAGES } from '../../languages/languages.ts';
import { DICTIONARIES } from '../language/dictionaries.ts';
import { joined } from './joined.ts';
import { en } from './testing/words.ts';

/** A language may name somebody twice. */
const places = (text: string): ReadonlySet<string> => new Set(text.match(/\{\w+\}|#/gu));

/** Every text of a dictionary with the way to it. A text that has plural forms counts as its `other`. */
function texts(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) throw new Error(`${path} is no text`);
  if ('other' in node && Object.keys(node).every((key) => PLURALS.has(key))) return texts(node.other, path);
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}
const PLURALS: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

const wordsOf = async ({ loadFirst, loadLate }: (typeof DICTIONARIES)[number]) =>
  joined((await loadFirst()).first, (await loadLate()).late);

test.each(
  DICTIONARIES.map((dictionary) => [dictionary.language.tag, dictionary] as const),
)('%s has every text, none empty, with the same places to fill', async (_, dictionary) => {
  const english = new Map(texts(en));
  const other = new Map(texts(await wordsOf(dictionary)));
  expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [path, text] of other) {
    expect(text.trim(), path).not.toBe('');
    expect(places(text), path).toEqual(places(english.get(path) ?? ''));
  }
});

test('the languages that have words are offered, in the order of the list', ({ annotate }) => {
  const offered: readonly string[] = DICTIONARIES.map(({ language }) => language.tag);
  expect(offered).toEqual(expect.arrayContaining(['ja', 'en']));
  const lacking = LANGUAGES.map(({ tag }) => tag).filter((tag) => !offered.includes(tag));
  // Not an error: a language comes with its folder.
  if (lacking.length > 0) void annotate(`no words yet in ${lacking.join(', ')}`);
});
