/**
 * The end of storing. Once all data here is to be deleted, no part of this page, worker or service worker may open a
 * store again: a late write would create it anew. Only a new page may store again.
 */
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
