/** Keeps the words of the language that a person reads: an installed app does not fetch those of fourteen. */
import type { LanguageTag } from '../languages/languages.ts';
import { matchLanguage } from '../languages/match.ts';
import { keyval } from '../store/keyval.ts';
import { SHOWN_LANGUAGE, WORDS_CACHE } from './api.ts';

/** Paths of the words of each language that there is. */
export type WordFiles = Readonly<Partial<Record<LanguageTag, readonly string[]>>>;

/** `shown`: the language that the page has shown last, if it is known. `preferred`: the browser's, best first. */
export function wordsToKeep(words: WordFiles, shown: unknown, preferred: readonly string[]): readonly string[] {
  const there = Object.keys(words) as LanguageTag[];
  return words[matchLanguage([...(typeof shown === 'string' ? [shown] : []), ...preferred], there)] ?? [];
}

const settings = keyval('settings');
const nameOfCache = (): string => `${WORDS_CACHE}-${self.location.origin}/`;

/** Fails if one of the files does not come: then this version is not installed, as without any other file. */
export async function keepWords(words: WordFiles): Promise<void> {
  const shown = await settings.get(SHOWN_LANGUAGE);
  const paths = wordsToKeep(words, shown.ok ? shown.value : undefined, navigator.languages);
  await (await caches.open(nameOfCache())).addAll(paths);
}

/** Words of another language are kept from the first time on that somebody wants them. */
export async function wordsAt(path: string): Promise<Response> {
  const cache = await caches.open(nameOfCache());
  const kept = await cache.match(path);
  if (kept !== undefined) return kept;
  const response = await fetch(path);
  if (response.ok) await cache.put(path, response.clone()).catch(() => {}); // a full disk
  return response;
}

/** Removes the words of older versions. */
export async function pruneWords(present: ReadonlySet<string>): Promise<void> {
  const cache = await caches.open(nameOfCache());
  const old = (await cache.keys()).filter(({ url }) => !present.has(new URL(url).pathname));
  await Promise.all(old.map((request) => cache.delete(request)));
}
