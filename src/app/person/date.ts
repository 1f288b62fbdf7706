/** A day with its year: people know each other for longer than files are kept. */
import type { LanguageTag } from '../../languages/languages.ts';

/** `ms`: Unix time in milliseconds. */
export const dateOf = (ms: number, tag: LanguageTag): string =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'long' }).format(ms);
