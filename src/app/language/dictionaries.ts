/** The languages that there are words for: those of the list (`src/languages`) that have a folder in `i18n`. */
import { LANGUAGES, type Language, type LanguageTag } from '../../languages/languages.ts';
import type { FirstWords } from '../i18n/words/first-screen.ts';
import type { LateWords } from '../i18n/words/words.ts';

const FIRST = import.meta.glob<{ readonly first: FirstWords }>('../i18n/*/first.ts');
const LATE = import.meta.glob<{ readonly late: LateWords }>('../i18n/*/late.ts');

export type Dictionary = {
  readonly language: Language;
  /** Each loads a chunk, and is the same function every time (`late/parts.ts`). */
  readonly loadFirst: () => Promise<{ readonly first: FirstWords }>;
  readonly loadLate: () => Promise<{ readonly late: LateWords }>;
};

/** In the order in which they are offered. */
export const DICTIONARIES: readonly Dictionary[] = LANGUAGES.flatMap((language) => {
  const loadFirst = FIRST[`../i18n/${language.tag}/first.ts`];
  const loadLate = LATE[`../i18n/${language.tag}/late.ts`];
  return loadFirst && loadLate ? [{ language, loadFirst, loadLate }] : [];
});

export const dictionaryOf = (tag: LanguageTag): Dictionary | undefined =>
  DICTIONARIES.find(({ language }) => language.tag === tag);
