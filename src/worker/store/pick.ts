/** Chooses where received bytes are kept: the best store this browser lets us use on this origin. */
import { opfsStore } from './opfs.ts';
import { recordStore } from './records.ts';
import type { Store } from './store.ts';

export type Rung = 'opfs' | 'records';
export type PickedStore = { readonly store: Store; readonly rung: Rung };

/**
 * There is no rung of `createWritable` between the two: only Chromium 86 to 101 has it without access handles, and its
 * bytes cannot be read back before the file is closed.
 */
export async function pickStore(forced?: Rung): Promise<PickedStore> {
  const store = forced === 'records' ? undefined : await opfsStore();
  return store === undefined ? { store: recordStore(), rung: 'records' } : { store, rung: 'opfs' };
}
