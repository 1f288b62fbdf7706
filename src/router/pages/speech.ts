/** How one language is spoken on a page: texts with their places filled, readings above kanji, numbers and lists. */
import { type Forms, formFor } from '../../languages/forms.ts';
import { withoutReadings } from '../../languages/readings.ts';
import { partsOf } from '../../languages/template.ts';
import { type Html, html, type Part } from './html.ts';
import type { Language } from './language.ts';
import { withReadings } from './readings.ts';

type Values<T> = Readonly<Record<string, T>>;

export type Speech = {
  /** A text with its places filled, for the content of an element. */
  readonly say: (template: string, values?: Values<Part>) => Html;
  /** The same where no markup can stand: attributes, pictures, titles. */
  readonly plain: (template: string, values?: Values<string | number>) => string;
  /** The text for a number; its places are still to be filled. With `digits` behind the point. */
  readonly form: (forms: Forms, count: number, digits?: number) => string;
  /** Names one after the other, with the language's "and" where it has one. */
  readonly list: (items: readonly string[]) => string;
  /** In MB or GB: memory and disks. */
  readonly bytes: (count: number) => string;
};

const known = new Map<Language, Speech>();

/** Made once for each language, when it is first spoken: the formats of Intl are slow to make. */
export function speechOf(language: Language): Speech {
  const speech = known.get(language) ?? createSpeech(language);
  known.set(language, speech);
  return speech;
}

function createSpeech(language: Language): Speech {
  // Intl knows no private languages. Digits are those of addresses and commands on the same page, in every language.
  const locale = `${language.replace(/-x-.*/, '')}-u-nu-latn`;
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale);
  const numbers = [0, 1].map((digits) => {
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
    return new Intl.NumberFormat(locale, options);
  });
  const number = (value: number, digits: number): string => numbers[digits]?.format(value) ?? String(value);
  return {
    say: (template, values = {}) =>
      html`${partsOf(template).map((part) => ('text' in part ? withReadings(part.text) : values[part.place]))}`,
    plain: (template, values = {}) =>
      partsOf(template)
        .map((part) => ('text' in part ? withoutReadings(part.text) : String(values[part.place] ?? '')))
        .join(''),
    form: (forms, count, digits = 0) => formFor(forms, plurals.select(count), number(count, digits)),
    list: (items) => lists.format(items),
    bytes: (count) => (count >= 1e9 ? `${number(count / 1e9, 1)} GB` : `${number(count / 1e6, 0)} MB`),
  };
}
