/**
 * Who makes room for whom when all is full. Pure. Those who have most go first, whatever the age of what they have: fresh junk does not
 * stand above what was carried here for a week. Nobody makes room for somebody who has as much, so whoever makes up a thousand places
 * takes from who has more than each of them, and those are first of all the others of the thousand.
 */
import type { Amount, Owner } from './stock.ts';

/** Something that could go. */
export type Candidate<T> = Amount & {
  readonly what: T;
  readonly owner: Owner;
  readonly isEnded: boolean;
  readonly isPinned: boolean;
  /** How many other routers hold it. */
  readonly elsewhere: number;
  /** First sight: the smaller, the older. */
  readonly seen: number;
};

/** What wants to come. Without an owner: everybody makes room, for less may be held than is. */
export type Comer = { readonly owner: Owner | undefined; readonly isPinned: boolean; readonly seen: number };
export const EVERYBODY_GOES: Comer = { owner: undefined, isPinned: true, seen: Number.POSITIVE_INFINITY };

export type Room = {
  /** What has to go, at least. */
  readonly short: Amount;
  readonly most: Amount;
  /** How much an owner has, or a side. */
  readonly has: (key: string) => Amount;
};

/** Some more than is needed goes at a time, so that not every event that comes looks through all that are held. */
const MORE = 0.01;

/**
 * Which of those go so that `short` is there, or `undefined` when there is no way: not enough may go, or what wants to come would be
 * the next to go itself. First what has ended; what is pinned last, and only for what is as important.
 */
export function makeRoom<T>(candidates: readonly Candidate<T>[], comer: Comer, room: Room): readonly T[] | undefined {
  const chosen: T[] = [];
  let [bytes, events] = [0, 0];
  const { short, most } = room;
  const isThere = (): boolean => bytes >= short.bytes && events >= short.events;
  const isAmple = (): boolean =>
    bytes >= (short.bytes && short.bytes + most.bytes * MORE) &&
    events >= (short.events && short.events + most.events * MORE);
  const shares = new Shares(comer, room);
  const take = (one: Candidate<T>): void => {
    chosen.push(one.what);
    shares.went(one);
    bytes += one.bytes;
    events += one.events;
  };
  for (const one of candidates) if (one.isEnded && !isAmple()) take(one);
  const standing = candidates.filter(({ isEnded }) => !isEnded);
  const [loose, pinned] = [standing.filter((one) => !one.isPinned), standing.filter((one) => one.isPinned)];
  const looseOwned = ownedOf(loose);
  for (let one = shares.next(looseOwned); one !== undefined && !isAmple(); one = shares.next(looseOwned)) take(one);
  const pinnedOwned = ownedOf(comer.isPinned ? pinned : []);
  for (let one = shares.next(pinnedOwned); one !== undefined && !isThere(); one = shares.next(pinnedOwned)) take(one);
  return isThere() ? chosen : undefined;
}

/** What one owner has, the next to go last. */
type Owned<T> = { readonly owner: Owner; readonly all: Candidate<T>[] };

function ownedOf<T>(candidates: readonly Candidate<T>[]): readonly Owned<T>[] {
  const owned = new Map<string, Owned<T>>();
  for (const one of candidates) {
    const { owner } = one;
    const known = owned.get(owner.key);
    if (known === undefined) owned.set(owner.key, { owner, all: [one] });
    else known.all.push(one);
  }
  for (const { all } of owned.values()) all.sort((a, b) => a.elsewhere - b.elsewhere || b.seen - a.seen);
  return [...owned.values()];
}

/** How much everybody has left. */
class Shares {
  readonly #comer: Comer;
  readonly #room: Room;
  readonly #left = new Map<string, { bytes: number; events: number }>();
  /** What the one who comes has before anything goes, and its side. */
  readonly #own: number;
  readonly #side: number;

  constructor(comer: Comer, room: Room) {
    this.#comer = comer;
    this.#room = room;
    this.#own = comer.owner ? this.#weight(comer.owner.key) : 0;
    this.#side = comer.owner ? this.#weight(comer.owner.side) : 0;
  }

  went({ owner, bytes, events }: Amount & { readonly owner: Owner }): void {
    for (const key of [owner.key, owner.side]) {
      const left = this.#leftOf(key);
      left.bytes -= bytes;
      left.events -= events;
    }
  }

  /** Of whoever has most, and more than the one who comes; else of that one itself, what is older. */
  next<T>(owned: readonly Owned<T>[]): Candidate<T> | undefined {
    const { owner: comer, seen } = this.#comer;
    let most: Owned<T> | undefined;
    for (const one of owned)
      if (
        one.all.length > 0 &&
        this.#yields(one.owner) &&
        (most === undefined || this.#isBefore(one.owner, most.owner))
      )
        most = one;
    if (most !== undefined) return most.all.pop();
    const own = owned.find(({ owner }) => owner.key === comer?.key)?.all;
    const last = own?.at(-1);
    return last !== undefined && (last.elsewhere > 0 || last.seen < seen) ? own?.pop() : undefined;
  }

  #yields({ key, side }: Owner): boolean {
    const { owner: comer } = this.#comer;
    if (comer === undefined) return true;
    if (side !== comer.side) return this.#weight(side) > this.#side;
    return key !== comer.key && this.#weight(key) > this.#own;
  }

  /** The larger side first, and on it who has most. */
  #isBefore(a: Owner, b: Owner): boolean {
    return (this.#weight(a.side) - this.#weight(b.side) || this.#weight(a.key) - this.#weight(b.key)) > 0;
  }

  /** As a part of what there is, of that which is short. */
  #weight(key: string): number {
    const { short, most } = this.#room;
    const { bytes, events } = this.#leftOf(key);
    return Math.max(short.bytes > 0 ? bytes / most.bytes : 0, short.events > 0 ? events / most.events : 0);
  }

  #leftOf(key: string): { bytes: number; events: number } {
    const left = this.#left.get(key) ?? { ...this.#room.has(key) };
    this.#left.set(key, left);
    return left;
  }
}
