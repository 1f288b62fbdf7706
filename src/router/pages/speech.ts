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
  readonly form: (forms: Forms, count: number, digits?: 0 | 1) => string;
  /** Names one after the other, with the language's "and" where it has one. */
  readonly list: (items: readonly string[]) => string;
  /** Of a hundred, without digits behind the point. */
  readonly percent: (share: number) => string;
  /** In MB or GB: memory and disks. */
  readonly bytes: (count: number) => string;
};

const known = new Map<Language, Speech>();

/** Made once for each language, when it is first spoken. */
export function speechOf(language: Language): Speech {
  const speech = known.get(language) ?? createSpeech(language);
  known.set(language, speech);
  return speech;
}

function createSpeech(language: Language): Speech {
  // Digits are those of addresses and commands on the same page, in every language.
  const locale = new Intl.Locale(language, { numberingSystem: 'latn' }).toString();
  // The first format of a kind takes up to five megabytes, and the pages that everybody sees need none.
  const plurals = once(() => new Intl.PluralRules(locale));
  const lists = once(() => new Intl.ListFormat(locale));
  const format = (digits: 0 | 1) => {
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
    return once(() => new Intl.NumberFormat(locale, options));
  };
  const [whole, tenths] = [format(0), format(1)];
  const percents = once(() => new Intl.NumberFormat(locale, { style: 'percent' }));
  const number = (value: number, digits: 0 | 1): string => (digits === 0 ? whole : tenths)().format(value);
  return {
    say: (template, values = {}) =>
      html`${partsOf(template).map((part) => ('text' in part ? withReadings(part.text) : values[part.place]))}`,
    plain: (template, values = {}) =>
      partsOf(template)
        .map((part) => ('text' in part ? withoutReadings(part.text) : String(values[part.place] ?? '')))
        .join(''),
    form: (forms, count, digits = 0) => formFor(forms, plurals().select(count), number(count, digits)),
    list: (items) => lists().format(items),
    percent: (share) => percents().format(share / 100),
    bytes: (count) => (count >= 1e9 ? `${number(count / 1e9, 1)} GB` : `${number(count / 1e6, 0)} MB`),
  };
}

/** Makes it when it is first needed. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
