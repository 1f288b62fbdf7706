/**
 * With whom something was exchanged, in this visit or an earlier one. Only their ids, stored where they can be read at once:
 * the list of people is drawn long before the transfers of earlier visits are known.
 */
import { type DeviceId, deviceIdFrom } from '../../protocol/signaling.ts';
import { OWN_PREFIX } from '../../store/names.ts';
import { recall, remember } from '../device/site-data.ts';

const STORAGE_KEY = `${OWN_PREFIX}recent`;
/** More than anybody exchanges something with in a week; those met longest ago are forgotten first. */
const MOST = 200;

export class Recent {
  #ids: ReadonlySet<DeviceId>;
  readonly #keep: (text: string) => void;

  constructor(kept = recall(STORAGE_KEY), keep = (text: string) => remember(STORAGE_KEY, text)) {
    this.#ids = new Set(kept.split(' ').flatMap((id) => deviceIdFrom(id) ?? []));
    this.#keep = keep;
  }

  has(id: DeviceId): boolean {
    return this.#ids.has(id);
  }

  met(id: DeviceId): void {
    const ids = [...this.#ids];
    const at = ids.indexOf(id);
    // Among the newer half nobody is about to be forgotten: what flows calls this many times in a second.
    if (at !== -1 && at >= ids.length - MOST / 2) return;
    this.#ids = new Set([...ids.filter((one) => one !== id), id].slice(-MOST));
    this.#keep([...this.#ids].join(' '));
  }
}
