/** The words of each page in every language that is offered: one in which a text is missing does not compile. */
import { type ByLanguage, OFFERED } from '../pages/language.ts';
import type { PortalWords } from '../portal/words.ts';
import type { PosterWords } from '../poster/words.ts';
import type { StatusWords } from '../status/words.ts';
import type { TrustWords } from '../tls/words.ts';
import { words as en } from './en/words.ts';
import { words as es } from './es/words.ts';
import { words as fil } from './fil/words.ts';
import { words as id } from './id/words.ts';
import { words as ja } from './ja/words.ts';
import { words as jaEasy } from './ja-x-easy/words.ts';
import { words as ko } from './ko/words.ts';
import { words as my } from './my/words.ts';
import { words as ne } from './ne/words.ts';
import { words as ptBr } from './pt-BR/words.ts';
import { words as th } from './th/words.ts';
import { words as vi } from './vi/words.ts';
import { words as zhHans } from './zh-Hans/words.ts';
import { words as zhHant } from './zh-Hant/words.ts';

/** All that is said to people in one language. */
type Words = {
  readonly portal: PortalWords;
  readonly poster: PosterWords;
  readonly trust: TrustWords;
  readonly status: StatusWords;
};

/** All of them are held in memory, where they take less than a megabyte: the router is one file, with nothing to load later. */
const WORDS: ByLanguage<Words> = {
  ja,
  'ja-x-easy': jaEasy,
  en,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  ko,
  vi,
  'pt-BR': ptBr,
  fil,
  ne,
  id,
  es,
  th,
  my,
};

const ofEach = <P extends keyof Words>(page: P): ByLanguage<Words[P]> => {
  const entries = OFFERED.map((tag) => [tag, WORDS[tag][page]] as const);
  return Object.fromEntries(entries) as ByLanguage<Words[P]>; // OFFERED has every language
};

export const PORTAL = ofEach('portal');
export const POSTER = ofEach('poster');
export const TRUST = ofEach('trust');
export const STATUS = ofEach('status');
