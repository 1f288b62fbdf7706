/**
 * The end of storing. Once all data here is to be deleted, no part of this page, worker or service worker may open a
 * store again: a late write would create it anew. Only a new page may store again.
 */
import { FORGET_CHANNEL } from './names.ts';

/**
 * How long a worker has to close its databases when everything is to be forgotten, in milliseconds; then it is terminated. WebKit takes
 * those of a worker that was terminated while it read for open, and deletes none of them before the page goes.
 */
export const CLOSING_MS = 1_000;

const listeners = new Set<() => void>();
let isEnded = false;

export const hasEnded = (): boolean => isEnded;

export function endKeeping(): void {
  if (isEnded) return;
  isEnded = true;
  for (const listener of listeners) listener();
}

/** `listener` is called once, when storing ends. */
export function whenEnded(listener: () => void): void {
  listeners.add(listener);
}

/** In a worker: storing ends here when a page of this device says that everything is to be forgotten. */
export function endWithPages(): void {
  // Where there is none (Safari before 15.4), or it is refused (Firefox that keeps no site data), the databases themselves say that they
  // are to be deleted.
  try {
    if (typeof BroadcastChannel === 'function') new BroadcastChannel(FORGET_CHANNEL).onmessage = endKeeping;
  } catch {}
}
