/** Words about those who ask, in every language: they come late, with the questions themselves. */
import type { Forms } from '../i18n/forms.ts';
import type { LanguageTag } from '../i18n/language.ts';

export type OfferMessages = {
  /** How many offers of one sender wait, the one that is asked about included; always several. */
  readonly declineAllOf: Forms;
  /** Shows and hides what is known of the sender. */
  readonly aboutSender: string;
};

export const offerWords: Readonly<Record<LanguageTag, OfferMessages>> = {
  en: { declineAllOf: { other: 'Decline all # from this sender' }, aboutSender: 'Who is this?' },
  ja: { declineAllOf: { other: 'この相手からの#件をどれも受け取らない' }, aboutSender: 'この人について' },
};
