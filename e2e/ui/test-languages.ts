/**
 * Languages for tests alone, made of those that there are: one that begins at the right, in Arabic letters without a
 * meaning, and one in which every kanji has a reading, to see that the screens can show such languages.
 */
import { first as en } from '../../src/app/i18n/en/first.ts';
import { late as enLate } from '../../src/app/i18n/en/late.ts';
import { first as ja } from '../../src/app/i18n/ja/first.ts';
import { late as jaLate } from '../../src/app/i18n/ja/late.ts';
import { prepare } from '../../src/app/i18n/readings.ts';
import type { Dictionary } from '../../src/app/language/dictionaries.ts';

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const ARABIC = 'ابثدهفغحيجكلمنوپقرستۏڤؤخئز';

/** The same dictionary, with `change` made to every text but not to the places in it. */
function changed<Words>(words: Words, change: (text: string) => string): Words {
  const text = JSON.stringify(words, (_, value: unknown) =>
    typeof value === 'string'
      ? value.replace(/\{\w+\}|[^{]+/gu, (part) => (part.startsWith('{') ? part : change(part)))
      : value,
  );
  return JSON.parse(text);
}

const inArabic = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => ARABIC[LATIN.indexOf(letter.toLowerCase())] ?? letter);
const withReadings = (text: string): string =>
  text.replace(/\p{Script=Han}+/gu, (kanji) => `${kanji}[${'かん'.repeat(kanji.length)}]`);

export const TEST_LANGUAGES: readonly Dictionary[] = [
  {
    tag: 'ar',
    name: 'العربية',
    direction: 'rtl',
    loadFirst: async () => ({ first: changed(en, inArabic) }),
    loadLate: async () => ({ late: changed(enLate, inArabic) }),
  },
  {
    tag: 'ja-x-easy',
    name: 'やさしい日本語',
    direction: 'ltr',
    loadFirst: async () => ({ first: changed(ja, withReadings), prepare }),
    loadLate: async () => ({ late: changed(jaLate, withReadings) }),
  },
];

/** As the app in that language names something. */
export const arabic = (english: string): string => inArabic(english);
