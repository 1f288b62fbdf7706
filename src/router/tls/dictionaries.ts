/** The page about trust in each language, in the order in which they are offered. */
import type { Language } from '../pages/language.ts';
import type { TrustWords } from './words.ts';
import { wordsEn } from './words-en.ts';
import { wordsJa } from './words-ja.ts';

export const DICTIONARIES: Readonly<Record<Language, TrustWords>> = { en: wordsEn, ja: wordsJa };
