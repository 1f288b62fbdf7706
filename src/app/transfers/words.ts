/** Words of the list of transfers that come with its chunk, in every language. */
import type { LanguageTag } from '../i18n/language.ts';

type TransferMessages = {
  readonly acceptedUnasked: string;
  /** Announced when it begins. `{name}`, `{title}`. */
  readonly sayUnasked: string;
};

export const transferWords: Readonly<Record<LanguageTag, TransferMessages>> = {
  en: {
    acceptedUnasked: 'Accepted without asking, because you know the sender.',
    sayUnasked: 'Receiving {title} from {name} without asking.',
  },
  ja: {
    acceptedUnasked: '知っている人からなので、確認せずに受け取りました。',
    sayUnasked: '{name}から{title}を、確認せずに受け取っています。',
  },
};
