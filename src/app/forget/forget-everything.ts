/** Stops every page of this device, removes all stored data, and names what could not be removed. */
import { beginForgetting, endForgetting } from './forgetting.ts';
import { removeAll } from './plan.ts';
import { effects } from './remove.ts';

export async function forgetEverything(): Promise<void> {
  beginForgetting();
  endForgetting(await removeAll(effects));
}
