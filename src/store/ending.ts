/**
 * The end of keeping. Once everything here is to be forgotten, no part of this page, worker or service worker may open a store
 * again: what it wrote would be there anew. Only a new page begins anew.
 */
const listeners = new Set<() => void>();
let isEnded = false;

export const hasEnded = (): boolean => isEnded;

export function endKeeping(): void {
  if (isEnded) return;
  isEnded = true;
  for (const listener of listeners) listener();
}

/** `listener` is called once, when it ends. */
export function whenEnded(listener: () => void): void {
  listeners.add(listener);
}
