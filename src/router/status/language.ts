/** In which language the page speaks. Pure. */
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Words } from './words.ts';

export const LANGUAGES = { ja, en } as const satisfies Readonly<Record<string, Words>>;
export type Language = keyof typeof LANGUAGES;

const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);
/** Nobody reads more languages than that, and nobody else's header is worth the time. */
const MAX_HEADER_LENGTH = 400;

/** What was asked for, else the most wanted one of an Accept-Language header (RFC 9110 section 12.5.4), else English. */
export function chooseLanguage(asked: string | null, acceptLanguage: string | undefined): Language {
  if (asked !== null && isLanguage(asked)) return asked;
  const wanted = (acceptLanguage ?? '')
    .slice(0, MAX_HEADER_LENGTH)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const quality = parameters.map((one) => /^\s*q=([01](?:\.\d{0,3})?)$/.exec(one)?.[1]).find(Boolean);
      return { tag: tag.split('-')[0] ?? '', quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ tag }) => tag).find(isLanguage) ?? 'en';
}
