/**
 * The language of the page: the one chosen here, else the first of the browser's languages that we have, else English.
 * A language is shown when its first words are there; another one takes its place only with all of its words.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { h, options } from 'preact';
import { FALLBACK } from '../../languages/languages.ts';
import { matchLanguage } from '../../languages/match.ts';
import { keyval } from '../../store/keyval.ts';
import { OWN_PREFIX } from '../../store/names.ts';
import { SHOWN_LANGUAGE } from '../../sw/api.ts';
import { answered, recall, remember } from '../device/site-data.ts';
import type { LateText, Spoken } from '../i18n/context.ts';
import { createFormat } from '../i18n/format.ts';
import { joined } from '../i18n/joined.ts';
import { brought } from '../late/brought.ts';
import { whenIdle } from '../late/idle.ts';
import { parts } from '../late/parts.ts';
import { DICTIONARIES, type Dictionary, type FirstModule, type LateModule } from './dictionaries.ts';

export type Speech = {
  /** Absent only until the first language is loaded. */
  readonly spoken: ReadonlySignal<Spoken | undefined>;
  readonly offered: readonly Pick<Dictionary, 'tag' | 'name'>[];
  choose(tag: string): void;
};

const CHOSEN_KEY = `${OWN_PREFIX}language`;
const settings = keyval('settings');

/**
 * `there`: the languages that there are words for. `asked`: the one that the page was opened in by name; it counts as chosen
 * here if none was.
 */
export function createSpeech(there: readonly Dictionary[] = DICTIONARIES, asked: string | null = null): Speech {
  const spoken = signal<Spoken | undefined>(undefined);
  let wanted: Dictionary | undefined;

  const pick = (preferred: readonly string[]): Dictionary | undefined => {
    const tags = there.map(({ tag }) => tag);
    const best = matchLanguage(preferred, tags);
    return there.find(({ tag }) => tag === best);
  };

  const show = (next: Spoken): void => {
    spoken.value = next;
    void settings.set(SHOWN_LANGUAGE, next.first.tag); // the service worker keeps its words
  };

  /** Shows it with its first words alone, as long as nothing else is shown. False if they do not come. */
  const begin = async (dictionary: Dictionary): Promise<boolean> => {
    try {
      const module = await parts.fetch(dictionary.loadFirst);
      if (spoken.value !== undefined) return true;
      const late = signal<LateText | undefined>(undefined);
      show({ first: textOf(dictionary, ready(module, module.first)), late });
      whenIdle(async () => {
        late.value = wholeText(dictionary, module, await brought(dictionary.loadLate));
      });
      return true;
    } catch {
      return false; // the router may be out of reach at the moment
    }
  };

  /** Shows it with all its words, however long they take, unless another language is wanted by then. */
  const change = async (dictionary: Dictionary): Promise<void> => {
    wanted = dictionary;
    const [first, late] = await Promise.all([brought(dictionary.loadFirst), brought(dictionary.loadLate)]);
    const text = wholeText(dictionary, first, late);
    if (wanted === dictionary) show({ first: text, late: signal(text) });
  };

  const start = async (dictionary: Dictionary): Promise<void> => {
    wanted = dictionary;
    if (await begin(dictionary)) return;
    // Another language is better than an empty page: the one whose words are kept, or else English, or else any.
    const last = await answered(settings.get(SHOWN_LANGUAGE));
    const shown = last?.ok && typeof last.value === 'string' ? last.value : '';
    for (const other of [pick([shown]), pick([FALLBACK])])
      if (other !== undefined && spoken.value === undefined) await begin(other);
    if (wanted === dictionary) void change(dictionary);
    for (const other of there) if (spoken.value === undefined) await begin(other);
  };

  const named = there.find(({ tag }) => tag === asked);
  const chosen = recall(CHOSEN_KEY);
  // Anybody can write a link: what a person has chosen here it changes for this visit alone.
  if (named !== undefined && chosen === '') remember(CHOSEN_KEY, named.tag);
  const first = named ?? pick([chosen, ...navigator.languages]);
  if (first !== undefined) void start(first);
  return {
    spoken,
    offered: there,
    choose(tag) {
      const chosen = there.find((one) => one.tag === tag);
      if (chosen === undefined) return;
      remember(CHOSEN_KEY, tag);
      void change(chosen);
    },
  };
}

/** Resolves when something can be said. */
export const whenSpoken = ({ spoken }: Speech): Promise<void> =>
  new Promise((resolve) => {
    const stop = spoken.subscribe((now) => {
      if (now === undefined) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });

const ready = <Words>({ prepare }: FirstModule, words: Words): Words => prepare?.(words, { h, options }) ?? words;

const textOf = <Said>({ tag, direction }: Dictionary, words: Said) => ({
  tag,
  direction,
  words,
  format: createFormat(tag),
});

const wholeText = (dictionary: Dictionary, module: FirstModule, { late }: LateModule): LateText =>
  textOf(dictionary, ready(module, joined(module.first, late)));
