/**
 * The words of the model as they are from the first paint: signals, and calls that wait for the code behind them. That comes late,
 * because a first screen needs none of it.
 */
import { type Signal, signal } from '@preact/signals';
import { MAX_BLOB_BYTES } from '../../protocol/limits.ts';
import { OWN_PREFIX } from '../../store/names.ts';
import { recall, remember } from '../device/site-data.ts';
import type { DraftKey, Words } from '../model/words.ts';

/** What the code behind the seam does. */
export type WordsCalls = Omit<Words, keyof WordsSignals>;

const draftAt = (key: DraftKey): string => `${OWN_PREFIX}draft-${key}`;

export function wordsSignals() {
  const looked = signal(false);
  const look = (isOn: boolean) => () => {
    looked.value = isOn;
  };
  const signals = {
    holder: signal('waiting'),
    facts: signal({ blobBytes: MAX_BLOB_BYTES, days: 14 }),
    messages: signal(new Map()),
    board: signal({ posts: [], isWhole: false }, { watched: look(true), unwatched: look(false) }),
    carried: signal({ letters: 0, posts: 0, files: 0, bytes: 0, places: [], takesLetters: true }),
    draft: (key: DraftKey) => recall(draftAt(key)),
    keepDraft: (key: DraftKey, text: string) => remember(draftAt(key), text),
  };
  return { signals: signals as WordsSignals, looked };
}

type Writable<Name extends keyof Words> = {
  readonly [K in Name]: Words[K] extends { value: infer T } ? Signal<T> : never;
};
export type WordsSignals = Writable<'holder' | 'facts' | 'messages' | 'board' | 'carried'> &
  Pick<Words, 'draft' | 'keepDraft'>;

/** `behind` resolves to what each call does. */
export const wordsOver = (signals: WordsSignals, behind: Promise<WordsCalls>): Words =>
  new Proxy(signals as Words, {
    get: (target, name: keyof WordsCalls) =>
      Reflect.get(target, name) ??
      (async (...given: readonly unknown[]) => Reflect.apply((await behind)[name], undefined, given)),
  });
