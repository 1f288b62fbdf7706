/** All words of a language from its two halves. */

import type { FirstWords } from './words/first-screen.ts';
import type { LateWords, Words } from './words/words.ts';

export const joined = (first: FirstWords, late: LateWords): Words => ({
  ...first,
  ...late,
});
