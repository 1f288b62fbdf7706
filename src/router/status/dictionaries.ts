/** The operator's page in each language, in the order in which they are offered. */
import type { Language } from '../pages/language.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Words } from './words.ts';

export const DICTIONARIES: Readonly<Record<Language, Words>> = { ja, en };
