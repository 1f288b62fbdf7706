/**
 * With whom something was exchanged, in this visit or an earlier one. Only their ids and days, stored where they can be read
 * at once: the list of people is drawn long before the transfers of earlier visits are known. Kept for a month, as the rest.
 */
import { type DeviceId, deviceIdFrom } from '../../protocol/signaling.ts';
import { OWN_PREFIX } from '../../store/names.ts';
import { recall, remember } from '../device/site-data.ts';

const STORAGE_KEY = `${OWN_PREFIX}recent`;
const DAY_MS = 24 * 60 * 60 * 1000;
/** How long anything of earlier visits is kept, in days. */
export const LIFE_DAYS = 30;
/** More than anybody exchanges something with in a month; the oldest are forgotten first. */
const MOST = 200;

export class Recent {
  /** The days since 1970, by id; the last at the end. */
  #days: ReadonlyMap<DeviceId, number>;
  readonly #keep: (text: string) => void;
  readonly #now: () => number;

  /** `kept`: what `keep` was given last. `now`: Unix time in milliseconds. */
  constructor(kept = recall(STORAGE_KEY), keep = (text: string) => remember(STORAGE_KEY, text), now = Date.now) {
    this.#keep = keep;
    this.#now = now;
    const all = kept.split(' ').flatMap(entriesIn);
    const today = this.#today();
    this.#days = new Map(all.filter(([, day]) => Math.abs(today - day) < LIFE_DAYS));
    if (this.#days.size < all.length) this.#write(this.#days);
  }

  has(id: DeviceId): boolean {
    return this.#days.has(id);
  }

  met(id: DeviceId): void {
    const today = this.#today();
    if (this.#days.get(id) === today) return;
    const others = [...this.#days].filter(([other]) => other !== id);
    this.#write(new Map([...others, [id, today] as const].slice(-MOST)));
  }

  forget(id: DeviceId): void {
    if (this.#days.has(id)) this.#write(new Map([...this.#days].filter(([other]) => other !== id)));
  }

  #today(): number {
    return Math.floor(this.#now() / DAY_MS);
  }

  #write(days: ReadonlyMap<DeviceId, number>): void {
    this.#days = days;
    this.#keep([...days].map(([id, day]) => `${id}:${day}`).join(' '));
  }
}

/** One or none. */
function entriesIn(text: string): readonly (readonly [DeviceId, number])[] {
  const [written = '', day = ''] = text.split(':');
  const id = deviceIdFrom(written);
  return id !== undefined && /^\d{1,6}$/.test(day) ? [[id, Number(day)]] : [];
}

/** Those of this page. */
export const recent = new Recent();
