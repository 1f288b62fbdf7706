/** What the browser grants this origin: how much it may store, and if that may be cleared. Only in secure contexts. */

import { answered } from './site-data.ts';

/** What the browser reports about this app's storage. */
export type StorageState = {
  /**
   * How much more this app is allowed to store, in bytes. No promise: browsers report a fixed share or sum, however
   * full the device is.
   */
  readonly allowedBytes: number;
  /** True when the browser has promised not to clear it by itself. */
  readonly isPersistent: boolean;
};

/**
 * `undefined` when the browser does not tell. On plain HTTP `navigator.storage` is missing, which the types do not say.
 */
const manager = (): StorageManager | undefined => globalThis.navigator?.storage;

/** False on plain HTTP: nobody knows there how much room is left. */
export const tellsRoom = (): boolean => manager() !== undefined;

/** `undefined` when the browser does not tell, or takes too long. */
export async function storageState(): Promise<StorageState | undefined> {
  try {
    const storage = manager();
    const [estimate, isPersistent] = (await answered(Promise.all([storage?.estimate(), storage?.persisted()]))) ?? [];
    if (estimate?.quota === undefined || estimate.usage === undefined) return undefined;
    return { allowedBytes: Math.max(0, estimate.quota - estimate.usage), isPersistent: isPersistent === true };
  } catch {
    return undefined; // private windows of some browsers
  }
}

/**
 * True where the browser clears a site's data after seven days of use without a visit: Safari, and every browser on an
 * iPhone, except in an app on the home screen.
 */
export const clearsSoon = (): boolean => navigator.vendor.startsWith('Apple') && navigator.standalone !== true;

let hasAsked = false;

/**
 * Asks the browser to keep the stored data; once a visit, when there is something to lose. Firefox asks the person, the
 * others decide by themselves.
 */
export async function keepStorage(): Promise<void> {
  if (hasAsked) return;
  hasAsked = true;
  try {
    const storage = manager();
    if ((await storage?.persisted()) === false) await storage?.persist();
  } catch {
    // Nothing changes: the screen says that the browser may clear it.
  }
}
