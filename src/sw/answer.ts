/** Which requests the service worker answers itself. Everything else is the router's, and never comes from a cache. */
import { SHARE_PATH } from './api.ts';

/** `words`: a file with words of a language, which may not be kept yet. */
export type Answer = 'network' | 'shared' | { readonly file: string } | { readonly words: string };

/** The page of the app, as the build names it. */
export const SHELL = '/index.html';

export type Asked = { readonly method: string; readonly url: string; readonly isNavigation: boolean };

/** What the build made, by path; `isBuilt` is not true for words. */
export type Built = { readonly isBuilt: (path: string) => boolean; readonly holdsWords: (path: string) => boolean };

/** `origin`: the app's own. */
export function answerTo(asked: Asked, origin: string, { isBuilt, holdsWords }: Built): Answer {
  const { origin: where, pathname } = new URL(asked.url);
  if (where !== origin) return 'network';
  if (asked.method === 'POST' && asked.isNavigation && pathname === SHARE_PATH) return 'shared';
  if (asked.method !== 'GET') return 'network';
  // Only these two: other addresses are pages of the router (`/status`), which are useless when stale.
  if (asked.isNavigation) return pathname === '/' || pathname === SHELL ? { file: SHELL } : 'network';
  if (holdsWords(pathname)) return { words: pathname };
  return isBuilt(pathname) ? { file: pathname } : 'network';
}
