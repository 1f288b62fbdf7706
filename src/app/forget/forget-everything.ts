/** Stops every page of this device, removes what is kept, and says what is left of it. */
import { beginForgetting, endForgetting } from './forgetting.ts';
import { removeAll } from './plan.ts';
import { effects } from './remove.ts';

export async function forgetEverything(): Promise<void> {
  beginForgetting();
  endForgetting(await removeAll(effects));
}
