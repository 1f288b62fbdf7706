/**
 * The language of the page: the one chosen here, else the first of the browser's languages that we have, else English.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { OWN_PREFIX } from '../../store/names.ts';
import { recall, remember } from '../device/site-data.ts';
import { en } from './en.ts';
import { createFormat, type Format } from './format.ts';
import type { Messages } from './messages.ts';

/** Every language but English is in a separate file, which is loaded when wanted. */
export const LANGUAGES = {
  en: { name: 'English', load: async (): Promise<Messages> => en },
  ja: { name: '日本語', load: async (): Promise<Messages> => (await import('./ja.ts')).ja },
} as const;
export type LanguageTag = keyof typeof LANGUAGES;

export type Text = { readonly tag: LanguageTag; readonly words: Messages; readonly format: Format };
export type Language = {
  /** Absent only until the first language is loaded. */
  readonly text: ReadonlySignal<Text | undefined>;
  choose(tag: LanguageTag): void;
};

const STORAGE_KEY = `${OWN_PREFIX}language`;
const isTag = (tag: string): tag is LanguageTag => Object.hasOwn(LANGUAGES, tag);

/** The first language of `preferred` (BCP 47 tags) that we have, else English. */
export function pickLanguage(preferred: readonly string[]): LanguageTag {
  return preferred.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find(isTag) ?? 'en';
}

export function createLanguage(): Language {
  const text = signal<Text | undefined>(undefined);
  const show = (tag: LanguageTag, words: Messages): void => {
    text.value = { tag, words, format: createFormat(tag) };
  };
  let wanted: LanguageTag;
  const use = async (tag: LanguageTag): Promise<void> => {
    wanted = tag;
    try {
      const words = await LANGUAGES[tag].load();
      if (wanted === tag) show(tag, words);
    } catch {
      // The router may be out of reach at the moment: English is better than an empty page.
      if (text.value === undefined) show('en', en);
    }
  };
  void use(pickLanguage([recall(STORAGE_KEY), ...navigator.languages]));
  return {
    text,
    choose(tag) {
      remember(STORAGE_KEY, tag);
      void use(tag);
    },
  };
}
