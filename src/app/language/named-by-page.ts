/**
 * The words of the one language that the page itself names (src/tasks/words.mjs). They are fetched beside the app, and
 * by that name, which saves the first load a table of all languages and a round trip.
 */
import type { Dictionary } from './dictionaries.ts';

/** `undefined` for every other language, and while developing. */
export function namedByPage(tag: string): Pick<Dictionary, 'loadFirst' | 'loadLate'> | undefined {
  const script = globalThis.document?.querySelector<HTMLScriptElement>(`script[data-words="${tag}"]`);
  const late = script?.dataset['late'];
  if (!script || late === undefined) return undefined;
  return {
    loadFirst: () => import(/* @vite-ignore */ script.src),
    loadLate: () => import(/* @vite-ignore */ new URL(late, document.baseURI).href),
  };
}
