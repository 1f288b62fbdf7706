/** Every word of the page that explains how to trust this router: one object of this type per language. */
import { wordsEn } from './words-en.ts';
import { wordsJa } from './words-ja.ts';

export const SYSTEMS = ['apple', 'android', 'windows', 'mac', 'firefox'] as const;
/** What a certificate is trusted in: a phone, a computer, or a browser that keeps a list of its own. */
export type System = (typeof SYSTEMS)[number];

export type SystemWords = {
  readonly name: string;
  readonly download: string;
  readonly steps: readonly string[];
  readonly remove: string;
};

export type TrustWords = {
  /** The language's name for itself. */
  readonly language: string;
  readonly title: string;
  readonly notNeeded: string;
  readonly gains: string;
  readonly gainList: readonly string[];
  readonly how: string;
  readonly systems: Readonly<Record<System, SystemWords>>;
  readonly removing: string;
  readonly finally: string;
  readonly open: string;
  readonly refused: string;
  readonly why: string;
  /** `{name}` is the router's name. */
  readonly whyList: readonly string[];
  readonly compare: string;
  readonly compareHelp: string;
  readonly back: string;
  /** Nothing has to be trusted here: the operator's certificate is known to every phone. */
  readonly known: string;
  /** HTTPS is off. */
  readonly off: string;
};

export const TRUST_WORDS = { en: wordsEn, ja: wordsJa } as const;
export type TrustLanguage = keyof typeof TRUST_WORDS;

const isLanguage = (tag: string): tag is TrustLanguage => Object.hasOwn(TRUST_WORDS, tag);

/** The language that was asked for by name, else the first of the browser's that we have, else English. */
export function languageOf(asked: string | null, acceptLanguage: string | undefined): TrustLanguage {
  if (asked !== null && isLanguage(asked)) return asked;
  const wanted = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
    return { tag: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
  });
  const sorted = wanted.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return sorted.map(({ tag }) => tag).find(isLanguage) ?? 'en';
}

/** The section to open first, guessed from what the browser says of itself; the others are one tap away. */
export function systemOf(userAgent: string | undefined): System | undefined {
  const agent = userAgent ?? '';
  if (/iPhone|iPad|iPod/.test(agent)) return 'apple';
  if (/Firefox\//.test(agent)) return 'firefox';
  if (/Android/.test(agent)) return 'android';
  if (/Windows/.test(agent)) return 'windows';
  return /Macintosh/.test(agent) ? 'mac' : undefined;
}
