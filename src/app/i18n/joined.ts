/** All words of a language from its two halves. */

import type { FirstWords } from './words/first-screen.ts';
import type { LateWords, Words } from './words/words.ts';

/** One group of words is divided: four words about received files are on the first screen. */
export const joined = (first: FirstWords, late: LateWords): Words => ({
  ...first,
  ...late,
  inbox: { ...first.inbox, ...late.inbox },
});
