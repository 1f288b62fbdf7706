/**
 * How much is held, and whose share of it is used up. Pure. Keys cost nothing, addresses little, so both are counted. Nobody takes
 * everything: a device, an address, another router have a share each, and when all is full those make room who have most of it
 * (`room.ts`).
 */

import type { Bringer } from '../../words/holding.ts';
import { placesOf } from '../limits/places.ts';

export type Amount = { readonly bytes: number; readonly events: number };
/** `isOwn`: signed by whoever brings it, and not carried for somebody else. */
export type Load = Amount & { readonly by: Bringer; readonly isOwn: boolean };

/** So much one device may leave: one large file, and words for weeks. */
const DEVICE_BYTES = 32 * 1024 * 1024;
/** So many posts may stand that it has written itself. What it carries for others is many times as much, and counts in bytes. */
const DEVICE_EVENTS = 500;
/** Of everything: so much one address may fill. Four of them that want nothing but that fill all, and then make room for others. */
const ADDRESS_PART = 0.25;
/**
 * And so much what stands for many: an IPv6 network, a proxy on this machine, another router. What people leave here finds the other
 * half.
 */
const CROWD_PART = 0.5;

/** Room that was made for something which is not there yet. */
export type Loan = {
  /** Once. `isUsed`: what needed the room is there, and what gave it goes; else that counts again. */
  end(isUsed: boolean): void;
};
export const NO_LOAN: Loan = { end: () => {} };

/** By whom room is shared: phones that come here on the one side, routers on the other, and on each side by place or router. */
export type Owner = {
  readonly side: 'here' | 'linked';
  /** The widest place of a phone (`places.ts`): in an IPv6 network somebody makes up as many addresses as there are numbers. */
  readonly key: string;
};

type Share = { readonly key: string; readonly most: Amount };
const NOTHING: Amount = { bytes: 0, events: 0 };
const sum = (a: Amount, b: Amount, sign = 1): Amount => ({
  bytes: a.bytes + sign * b.bytes,
  events: a.events + sign * b.events,
});
const fits = (a: Amount, most: Amount): boolean => a.bytes <= most.bytes && a.events <= most.events;
const part = (of: Amount, fraction: number): Amount => ({ bytes: of.bytes * fraction, events: of.events * fraction });

export class Stock {
  readonly most: Amount;
  readonly #deviceEvents: number;
  #held: Amount = NOTHING;
  #claimed = 0;
  readonly #byShare = new Map<string, Amount>();
  /** By owner, and by side. */
  readonly #byOwner = new Map<string, Amount>();
  /** So many bytes of blobs for what is more important, if so many may go: they count no more, and are there until the loan ends. */
  lend: (bytes: number, by: Bringer) => Loan = () => NO_LOAN;

  constructor(most: Amount, deviceEvents: number = DEVICE_EVENTS) {
    this.most = most;
    this.#deviceEvents = deviceEvents;
  }

  get held(): Amount {
    return this.#held;
  }

  add(load: Load, sign: 1 | -1 = 1): void {
    this.#held = sum(this.#held, load, sign);
    for (const { key } of this.#sharesOf(load)) count(this.#byShare, key, load, sign);
    const { key, side } = ownerOf(load.by);
    for (const one of [key, side]) count(this.#byOwner, one, load, sign);
  }

  /** What comes counts in the shares of whoever brings it, and is not held yet. */
  claim(load: Load, sign: 1 | -1 = 1): void {
    this.#claimed += sign * load.bytes;
    for (const { key } of this.#sharesOf(load)) count(this.#byShare, key, load, sign);
  }

  /** In bytes. */
  get claimed(): number {
    return this.#claimed;
  }

  subtract(load: Load): void {
    this.add(load, -1);
  }

  /** True when the shares of whoever brings it have room for it. */
  mayAdd(load: Load): boolean {
    return this.#sharesOf(load).every(({ key, most }) => fits(sum(this.#byShare.get(key) ?? NOTHING, load), most));
  }

  /** What has to go before so much more can come; nothing is negative. */
  short(amount: Amount): Amount {
    const over = sum(sum(this.#held, amount), this.most, -1);
    return { bytes: Math.max(0, over.bytes), events: Math.max(0, over.events) };
  }

  /** Of an owner, or of a side. */
  of(key: string): Amount {
    return this.#byOwner.get(key) ?? NOTHING;
  }

  #sharesOf({ by, isOwn }: Load): readonly Share[] {
    if (by.is === 'router') return [{ key: ownerOf(by).key, most: part(this.most, CROWD_PART) }];
    const places = placesOf(by.address).map(({ key, isCrowd }) => ({
      key: `place ${key}`,
      most: part(this.most, isCrowd ? CROWD_PART : ADDRESS_PART),
    }));
    return [
      { key: `device ${by.key}`, most: { bytes: DEVICE_BYTES, events: Number.POSITIVE_INFINITY } },
      ...(isOwn ? [{ key: `author ${by.key}`, most: { bytes: DEVICE_BYTES, events: this.#deviceEvents } }] : []),
      ...places,
    ];
  }
}

export const loadOfBlob = (by: Bringer, bytes: number): Load => ({ by, bytes, events: 0, isOwn: false });

export function ownerOf(by: Bringer): Owner {
  if (by.is === 'router') return { side: 'linked', key: `router ${by.id}` };
  const [near, wide = near] = placesOf(by.address);
  return { side: 'here', key: `place ${wide.key}` };
}

function count(all: Map<string, Amount>, key: string, amount: Amount, sign: 1 | -1): void {
  const now = sum(all.get(key) ?? NOTHING, amount, sign);
  if (now.bytes <= 0 && now.events <= 0) all.delete(key);
  else all.set(key, now);
}
