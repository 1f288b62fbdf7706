/** The languages that there are words for: those of the list (`src/languages`) that have a folder in `i18n`. */
import { type Direction, LANGUAGES } from '../../languages/languages.ts';
import type { Preact } from '../i18n/readings.ts';
import type { FirstWords } from '../i18n/words/first-screen.ts';
import type { LateWords } from '../i18n/words/words.ts';
import { namedByPage } from './named-by-page.ts';

export type FirstModule = {
  readonly first: FirstWords;
  /** Makes words ready to be shown, where a language needs that (`i18n/readings.ts`); it comes with its first words. */
  readonly prepare?: <Words>(words: Words, preact: Preact) => Words;
};
export type LateModule = { readonly late: LateWords };

export type Dictionary = {
  /** BCP 47. */
  readonly tag: string;
  /** In the language itself. */
  readonly name: string;
  readonly direction: Direction;
  /** Each loads a chunk, and is the same function every time (`late/parts.ts`). */
  readonly loadFirst: () => Promise<FirstModule>;
  readonly loadLate: () => Promise<LateModule>;
};

/** Tags of the folders that there are (vite.config.ts). */
declare const HIKYAKU_LANGUAGES: readonly string[];

/** By what name each language is loaded: whoever reads one of fourteen need not fetch it. */
const every = () => import('./every-language.ts');

/** In the order in which they are offered. */
export const DICTIONARIES: readonly Dictionary[] = LANGUAGES.filter(({ tag }) => HIKYAKU_LANGUAGES.includes(tag)).map(
  (language) => ({
    ...language,
    loadFirst: async () => namedByPage(language.tag)?.loadFirst() ?? (await every()).loadFirst(language.tag),
    loadLate: async () => namedByPage(language.tag)?.loadLate() ?? (await every()).loadLate(language.tag),
  }),
);
