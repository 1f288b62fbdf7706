/** The choice of a page's language. Pure. */

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Browsers send less than this even with a dozen languages; a longer header is not worth the time. */
const MAX_HEADER_LENGTH = 400;
/** Nobody reads more languages than that. */
const MAX_ENTRIES = 32;
/** RFC 9110 section 12.4.2: from 0 to 1. It allows three decimals; who sends more means it all the same. */
const WEIGHT = /^(?:0(?:\.\d*)?|1(?:\.0*)?)$/;

const isLanguage = (tag: string): tag is Language => LANGUAGES.some((language) => language === tag);

/**
 * The language that was asked for by name, else the most wanted one of an Accept-Language header (RFC 9110 section
 * 12.5.4), else English.
 */
export function chooseLanguage(asked: string | null, acceptLanguage: string | undefined): Language {
  if (asked !== null && isLanguage(asked)) return asked;
  const wanted = (acceptLanguage ?? '')
    .slice(0, MAX_HEADER_LENGTH)
    .split(',', MAX_ENTRIES)
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      return { tag: tag.split('-')[0]?.trim() ?? '', weight: weightOf(parameters) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ tag }) => tag).find(isLanguage) ?? 'en';
}

/** 1 where there is none; 0 for one that is no weight, so that a language is not preferred by mistake. */
function weightOf(parameters: readonly string[]): number {
  const [, weight = '1'] = parameters.map((one) => /^\s*q\s*=\s*(.*?)\s*$/.exec(one)).find(Boolean) ?? [];
  return WEIGHT.test(weight) ? Number(weight) : 0;
}
