/** The choice of a page's language. Pure. */
import { type Direction, FALLBACK, LANGUAGES, type LanguageTag } from '../../languages/languages.ts';
import { findLanguage } from '../../languages/match.ts';

/** The languages that the router has words for: no other one is offered. */
export const OFFERED = [
  'ja',
  'ja-x-easy',
  'en',
  'zh-Hans',
  'zh-Hant',
  'ko',
  'vi',
  'pt-BR',
  'fil',
  'ne',
  'id',
  'es',
  'th',
  'my',
] as const satisfies readonly LanguageTag[];
export type Language = (typeof OFFERED)[number];
/** One of a thing for each language. */
export type ByLanguage<T> = Readonly<Record<Language, T>>;

/** What somebody wants to read. */
export type Wish = {
  /** Absent: none of those that the browser names is there. */
  readonly language?: Language;
  /** Asked for by name, so that the pages behind this one are to speak it as well. */
  readonly named: boolean;
};

/** Browsers send less than this even with a dozen languages; a longer header is not worth the time. */
const MAX_HEADER_LENGTH = 400;
/** Nobody reads more languages than that. */
const MAX_ENTRIES = 32;
/** RFC 9110 section 12.4.2: from 0 to 1. It allows three decimals; who sends more means it all the same. */
const WEIGHT = /^(?:0(?:\.\d*)?|1(?:\.0*)?)$/;

/** The language of this name, in any case. */
export function namedLanguage(name: string | null): Language | undefined {
  return OFFERED.find((tag) => tag.toLowerCase() === name?.toLowerCase());
}

/**
 * The language that was asked for by name, else the most wanted one of an Accept-Language header (RFC 9110 section
 * 12.5.4).
 */
export function wishOf(asked: string | null, acceptLanguage: string | undefined): Wish {
  const named = namedLanguage(asked);
  if (named !== undefined) return { language: named, named: true };
  const language = findLanguage(preferredTags(acceptLanguage), OFFERED);
  return { named: false, ...(language !== undefined && { language }) };
}

/** The tags of an Accept-Language header, the most wanted one first. */
export function preferredTags(acceptLanguage: string | undefined): readonly string[] {
  return (acceptLanguage ?? '')
    .slice(0, MAX_HEADER_LENGTH)
    .split(',', MAX_ENTRIES)
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';');
      return { tag: tag.trim(), weight: weightOf(parameters) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/** The same, for a page that speaks one language: English, if there is none of those that are wanted. */
export function chooseLanguage(asked: string | null, acceptLanguage: string | undefined): Language {
  return wishOf(asked, acceptLanguage).language ?? FALLBACK;
}

/** 1 where there is none; 0 for one that is no weight, so that a language is not preferred by mistake. */
function weightOf(parameters: readonly string[]): number {
  const [, weight = '1'] = parameters.map((one) => /^\s*q\s*=\s*(.*?)\s*$/i.exec(one)).find(Boolean) ?? [];
  return WEIGHT.test(weight) ? Number(weight) : 0;
}

const about = (language: Language) => LANGUAGES.find(({ tag }) => tag === language);

export const nameOf = (language: Language): string => about(language)?.name ?? language;
export const directionOf = (language: Language): Direction => about(language)?.direction ?? 'ltr';

/** For links to the other pages: they go on in a language that was asked for by name. */
export const keeping = (language: Language, named: boolean): string => (named ? `?lang=${language}` : '');
