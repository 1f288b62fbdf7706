/** Words of what is about to be sent, in every language. */
import type { Forms } from '../i18n/forms.ts';
import type { LanguageTag } from '../i18n/language.ts';

type SendMessages = {
  /** Some names of many. `{names}`; `#`: how many more there are. */
  readonly namesAndMore: Forms;
  /** To how many, and who they are. `{names}`. */
  readonly toPeople: Forms;
};

export const sendWords: Readonly<Record<LanguageTag, SendMessages>> = {
  en: {
    namesAndMore: { other: '{names} and # more' },
    toPeople: { one: 'to # person: {names}', other: 'to # people: {names}' },
  },
  ja: {
    namesAndMore: { other: '{names} ほか#人' },
    toPeople: { other: '#人へ: {names}' },
  },
};
