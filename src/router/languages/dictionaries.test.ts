/** Every text of every language: complete, with the places of the English one, in its own words and not in English. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../languages/template.ts';
import { type Language, OFFERED } from '../pages/language.ts';
import { PORTAL, POSTER, STATUS, TRUST } from './dictionaries.ts';

type Text = { readonly path: string; readonly text: string };

/** Every text with the way to it, and each form of those that depend on a number. */
function textsOf(node: unknown, path = ''): readonly Text[] {
  if (typeof node === 'string') return [{ path, text: node }];
  if (typeof node !== 'object' || node === null) throw new Error(`${path} is no text`);
  return Object.entries(node).flatMap(([key, value]) => textsOf(value, path === '' ? key : `${path}.${key}`));
}

const FORM = /\.(?:zero|one|two|few|many|other)$/;
const all = (language: Language): readonly Text[] =>
  textsOf({ portal: PORTAL[language], poster: POSTER[language], trust: TRUST[language], status: STATUS[language] });
/** The forms of a text are one text: which there are, is a matter of the language. */
const nameOf = ({ path }: Text): string => path.replace(FORM, '.*');
const english = new Map(all('en').map((one) => [nameOf(one), one.text])); // of forms: `other`, which is the last

const localeOf = (language: Language): string => language.replace(/-x-.*/, '');
/** The plural categories that whole numbers of things here can have. */
const categoriesOf = (language: Language): readonly string[] => {
  const rules = new Intl.PluralRules(localeOf(language));
  return [...new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)))].sort();
};
/** Languages in which a noun stays as it is behind a number, whatever the number is. */
const UNINFLECTED: readonly Language[] = OFFERED.filter((tag) => localeOf(tag) === 'fil');

describe.each(OFFERED)('the words in %s', (language) => {
  const texts = all(language);

  it('are all there, none empty, with the same places to fill', () => {
    expect([...new Set(texts.map(nameOf))].sort()).toEqual([...english.keys()].sort());
    for (const one of texts) {
      expect(one.text.trim(), one.path).toBe(one.text);
      expect(one.text, one.path).not.toBe('');
      expect(placesOf(one.text), one.path).toEqual(placesOf(english.get(nameOf(one)) ?? ''));
    }
  });

  it('have a form for each plural category of the language, with the number in it', () => {
    const forms = texts.filter(({ path }) => FORM.test(path));
    for (const path of new Set(forms.map(nameOf))) {
      const ofOne = forms.filter((one) => nameOf(one) === path);
      const categories = ofOne.map((one) => one.path.split('.').at(-1)).sort();
      const allowed = UNINFLECTED.includes(language) ? [categoriesOf(language), ['other']] : [categoriesOf(language)];
      expect(allowed, path).toContainEqual(categories);
      const other = ofOne.find((one) => one.path.endsWith('.other'))?.text;
      expect(other?.includes('#'), path).toBe(english.get(path)?.includes('#'));
    }
  });
});

const NON_LATIN = OFFERED.filter((tag) => /^(?:ja|zh|ko|ne|th|my)/.test(tag));
/** What is the same in every language: names of products, of what is typed, of what a system shows in English. */
const PROPER =
  /“[^”]*”|"[^"]*"|「[^」]*」|\{\w+\}|--[\w-]+|\/\w+|VPN & |Hikyaku|Safari|Chrome|Edge|Firefox|Android|iPhone|iPad|Windows|Mac\b|Wi-Fi|UDP|TCP|Keychain Access|Secret Settings|batman-adv|802\.11s|QR|CA\b|OK\b/gu;

it.each(NON_LATIN)('no English is left in %s', (language) => {
  const left = all(language).filter(({ text }) => /[a-z]+(?:[ ,.:;]+[a-z]+){2}/i.test(text.replace(PROPER, '、')));
  expect(left).toEqual([]);
});

it('every kanji of easy Japanese has its reading, and phrases stand apart', () => {
  for (const { path, text } of all('ja-x-easy')) {
    expect(text.replace(/\p{Script=Han}+\[[\p{Script=Hiragana}ー]+\]/gu, ''), path).not.toMatch(/[\p{Script=Han}[\]]/u);
    if (text.replace(/\[.*?\]|「.*?」/g, '').length > 30) expect(text, path).toContain(' ');
  }
});

describe('a button is called the same wherever it is named', () => {
  const glossary = readFileSync(join(import.meta.dirname, '../../languages/glossary.md'), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const termsOf = (language: Language): ReadonlyMap<string, string> => {
    const column =
      glossary.find((cells) => cells[1] === 'English')?.indexOf(language === 'en' ? 'English' : language) ?? -1;
    return new Map(glossary.map((cells) => [cells[1] ?? '', cells[column] ?? '']));
  };

  it.each(OFFERED)('in %s', (language) => {
    const accept = language === 'en' ? 'Accept' : termsOf(language).get('Accept (button)');
    expect(accept).toBeTruthy();
    expect(POSTER[language].steps[3].toLowerCase()).toContain(accept?.toLowerCase());
    expect(POSTER[language].notes[1]).toContain(PORTAL[language].agree);
    if (language !== 'en') expect(PORTAL[language].agree).toBe(termsOf(language).get('OK (understood)'));
  });
});
