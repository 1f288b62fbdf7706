/** Which requests the service worker answers itself. Everything else is the router's, and never comes from a cache. */
import { SHARE_PATH } from './api.ts';

export type Answer = 'network' | 'shared' | { readonly file: string };

/** The page of the app, as the build names it. */
export const SHELL = '/index.html';

export type Asked = { readonly method: string; readonly url: string; readonly isNavigation: boolean };

/** `isBuilt`: true for the path of a file that the build made. `origin`: the app's own. */
export function answerTo(asked: Asked, origin: string, isBuilt: (path: string) => boolean): Answer {
  const { origin: where, pathname } = new URL(asked.url);
  if (where !== origin) return 'network';
  if (asked.method === 'POST' && asked.isNavigation && pathname === SHARE_PATH) return 'shared';
  if (asked.method !== 'GET') return 'network';
  // Only these two: other addresses are pages of the router (`/status`), which are useless when stale.
  if (asked.isNavigation) return pathname === '/' || pathname === SHELL ? { file: SHELL } : 'network';
  return isBuilt(pathname) ? { file: pathname } : 'network';
}
