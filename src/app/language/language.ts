/**
 * The language of the page: the one chosen here, else the first of the browser's languages that we have, else English.
 * A language is shown when its first words are there; another one takes its place only with all of its words.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { FALLBACK, type LanguageTag } from '../../languages/languages.ts';
import { matchLanguage } from '../../languages/match.ts';
import { keyval } from '../../store/keyval.ts';
import { OWN_PREFIX } from '../../store/names.ts';
import { SHOWN_LANGUAGE } from '../../sw/api.ts';
import { answered, recall, remember } from '../device/site-data.ts';
import type { LateText, Spoken, Text } from '../i18n/context.ts';
import { createFormat } from '../i18n/format.ts';
import { joined } from '../i18n/joined.ts';
import type { FirstWords } from '../i18n/words/first-screen.ts';
import { brought } from '../late/brought.ts';
import { whenIdle } from '../late/idle.ts';
import { parts } from '../late/parts.ts';
import { DICTIONARIES, type Dictionary, dictionaryOf } from './dictionaries.ts';

export type Speech = {
  /** Absent only until the first language is loaded. */
  readonly spoken: ReadonlySignal<Spoken | undefined>;
  choose(tag: LanguageTag): void;
};

const CHOSEN_KEY = `${OWN_PREFIX}language`;
const settings = keyval('settings');

/** The language for who prefers these BCP 47 tags, best first. */
export const pickLanguage = (preferred: readonly string[]): LanguageTag =>
  matchLanguage(
    preferred,
    DICTIONARIES.map(({ language }) => language.tag),
  );

export function createSpeech(): Speech {
  const spoken = signal<Spoken | undefined>(undefined);
  let wanted: LanguageTag;

  const show = (
    tag: LanguageTag,
    first: FirstWords,
    late: LateText | undefined,
    rest: Dictionary['loadLate'],
  ): void => {
    const text: Text = late ?? { tag, words: first, format: createFormat(tag) };
    const arrived = signal(late);
    spoken.value = { first: text, late: arrived };
    void settings.set(SHOWN_LANGUAGE, tag); // the service worker keeps its words
    if (late !== undefined) return;
    whenIdle(async () => {
      arrived.value = { ...text, words: joined(first, (await brought(rest)).late) };
    });
  };

  /** Shows a first language; false if its words do not come. */
  const begin = async (tag: LanguageTag): Promise<boolean> => {
    const dictionary = dictionaryOf(tag);
    if (dictionary === undefined) return false;
    try {
      const { first } = await parts.fetch(dictionary.loadFirst);
      if (spoken.value === undefined) show(tag, first, undefined, dictionary.loadLate);
      return true;
    } catch {
      return false; // the router may be out of reach at the moment
    }
  };

  const use = async (tag: LanguageTag): Promise<void> => {
    wanted = tag;
    const dictionary = dictionaryOf(tag);
    if (dictionary === undefined) return;
    const [{ first }, { late }] = await Promise.all([brought(dictionary.loadFirst), brought(dictionary.loadLate)]);
    if (wanted !== tag) return;
    const text = { tag, words: joined(first, late), format: createFormat(tag) };
    show(tag, first, text, dictionary.loadLate);
  };

  const start = async (tag: LanguageTag): Promise<void> => {
    wanted = tag;
    if (await begin(tag)) return;
    // Another language is better than an empty page: the one whose words are kept, or else English.
    const last = await answered(settings.get(SHOWN_LANGUAGE));
    const shown = last?.ok && typeof last.value === 'string' ? last.value : '';
    for (const other of [pickLanguage([shown]), FALLBACK]) if (spoken.value === undefined) await begin(other);
    if (wanted === tag) await use(tag);
  };

  void start(pickLanguage([recall(CHOSEN_KEY), ...navigator.languages]));
  return {
    spoken,
    choose(tag) {
      remember(CHOSEN_KEY, tag);
      void use(tag);
    },
  };
}
