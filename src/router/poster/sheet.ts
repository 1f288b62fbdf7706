/** Which sheet is asked for: its paper, and the languages on it. Pure. */
import { type Language, namedLanguage } from '../pages/language.ts';

export type Size = 'a4' | 'a6';

export type Sheet = {
  readonly size: Size;
  /** Japanese first: whoever stands beside the poster can help. */
  readonly languages: readonly Language[];
};

/** Those of most people in a Japanese shelter. */
const USUAL: readonly Language[] = ['ja', 'ja-x-easy', 'en'];
/** More of them beside Japanese would be too small to read from two steps away. */
export const MOST_BESIDE = 3;

/**
 * `size=a6`, else A4. `lang=vi,ne`: these beside Japanese, in this order, at most `MOST_BESIDE`; what is no language is passed
 * over.
 */
export function sheetOf(query: URLSearchParams): Sheet {
  const asked = query
    .getAll('lang')
    .flatMap((names) => names.split(','))
    .map((name) => namedLanguage(name.trim()))
    .filter((tag) => tag !== undefined);
  const beside = [...new Set(asked)].filter((tag) => tag !== 'ja').slice(0, MOST_BESIDE);
  const languages: readonly Language[] = beside.length === 0 ? USUAL : ['ja', ...beside];
  return { size: query.get('size') === 'a6' ? 'a6' : 'a4', languages };
}

/** The address of this sheet. */
export function pathOf({ size, languages }: Sheet): string {
  const beside = languages.filter((tag) => tag !== 'ja');
  const isUsual = languages.join() === USUAL.join() || beside.length === 0;
  const query = [...(size === 'a6' ? ['size=a6'] : []), ...(isUsual ? [] : [`lang=${beside.join()}`])];
  return `/poster${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

/** The sheet with this language as well, or without it. */
export function toggled(sheet: Sheet, tag: Language): Sheet {
  const beside = sheet.languages.filter((one) => one !== 'ja');
  const others = sheet.languages.includes(tag)
    ? beside.filter((one) => one !== tag)
    : [...beside.slice(beside.length >= MOST_BESIDE ? 1 : 0), tag];
  return { ...sheet, languages: ['ja', ...others] };
}
