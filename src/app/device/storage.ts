/** What the browser grants this origin: how much it may store, and whether that may be cleared. Only in secure contexts. */
import type { StorageState } from '../model/model.ts';

/** `undefined` where the browser says nothing. On plain HTTP `navigator.storage` is missing, which the types do not say. */
const manager = (): StorageManager | undefined => globalThis.navigator?.storage;

export async function storageState(): Promise<StorageState | undefined> {
  try {
    const storage = manager();
    const [estimate, isPersistent] = await Promise.all([storage?.estimate(), storage?.persisted()]);
    if (estimate?.quota === undefined || estimate.usage === undefined) return undefined;
    return { allowedBytes: Math.max(0, estimate.quota - estimate.usage), isPersistent: isPersistent === true };
  } catch {
    return undefined; // private windows of some browsers
  }
}

/**
 * Safari, and every browser on an iPhone, clears what a site has stored after seven days of use without a visit; what is on the
 * home screen is spared.
 */
export const clearsSoon = (): boolean => navigator.vendor.startsWith('Apple') && navigator.standalone !== true;

let hasAsked = false;

/**
 * Asks the browser to keep what is stored here; once a visit, when there is something to lose. Firefox asks the person,
 * the others decide by themselves.
 */
export async function keepStorage(): Promise<void> {
  if (hasAsked) return;
  hasAsked = true;
  try {
    const storage = manager();
    if ((await storage?.persisted()) === false) await storage?.persist();
  } catch {
    // As it was before: the screen says that the browser may clear it.
  }
}
