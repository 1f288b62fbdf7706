/** Words of the screen about this router and this device, and of the one that brings somebody in. Both come late. */
import type { LanguageTag } from '../i18n/language.ts';

export type HereWords = Readonly<Record<'title' | 'device', string>>;

export const hereWords: Readonly<Record<LanguageTag, HereWords>> = {
  en: {
    title: 'Here',
    device: 'This device',
  },
  ja: {
    title: 'ここについて',
    device: 'この端末',
  },
};
