/**
 * The languages that Hikyaku may speak, in the order in which they are offered. Pure; the page and the router both
 * read this list, and each offers those of it that it has words for.
 */

/** Where a line begins. */
export type Direction = 'ltr' | 'rtl';

/** `name` is the language's own, for people who read no other one. Tags are those of BCP 47. */
export const LANGUAGES = [
  { tag: 'ja', name: '日本語', direction: 'ltr' },
  { tag: 'ja-x-easy', name: 'やさしい日本語', direction: 'ltr' },
  { tag: 'en', name: 'English', direction: 'ltr' },
  { tag: 'zh-Hans', name: '简体中文', direction: 'ltr' },
  { tag: 'zh-Hant', name: '繁體中文', direction: 'ltr' },
  { tag: 'ko', name: '한국어', direction: 'ltr' },
  { tag: 'vi', name: 'Tiếng Việt', direction: 'ltr' },
  { tag: 'pt-BR', name: 'Português (Brasil)', direction: 'ltr' },
  { tag: 'fil', name: 'Filipino', direction: 'ltr' },
  { tag: 'ne', name: 'नेपाली', direction: 'ltr' },
  { tag: 'id', name: 'Bahasa Indonesia', direction: 'ltr' },
  { tag: 'es', name: 'Español', direction: 'ltr' },
  { tag: 'th', name: 'ไทย', direction: 'ltr' },
  { tag: 'my', name: 'မြန်မာ', direction: 'ltr' },
] as const satisfies readonly { readonly tag: string; readonly name: string; readonly direction: Direction }[];

export type Language = (typeof LANGUAGES)[number];
export type LanguageTag = Language['tag'];

/** Shown where nothing that was asked for is there. */
export const FALLBACK = 'en' as const satisfies LanguageTag;
