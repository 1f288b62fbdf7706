/** What the app says in two languages, for tests that look for it. */
import { first as enFirst } from '../en/first.ts';
import { late as enLate } from '../en/late.ts';
import { first as jaFirst } from '../ja/first.ts';
import { late as jaLate } from '../ja/late.ts';
import { joined } from '../joined.ts';
import type { Words } from '../words/words.ts';

export const en: Words = joined(enFirst, enLate);
export const ja: Words = joined(jaFirst, jaLate);
