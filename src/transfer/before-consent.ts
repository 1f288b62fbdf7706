/**
 * What others may take up here before a person has agreed to anything: places on the screen, memory, time. Ids cost
 * nothing, so that a limit for each of them is none: there is one budget for all, and strangers get a part of it.
 */
import type { ManifestEntry } from '../protocol/peer.ts';

/** `known`: something was agreed with this device before. */
export type Standing = 'known' | 'stranger';

/** Most offers that are open at once: as many as a person would look at before giving up. */
export const MAX_OPEN_OFFERS: Readonly<Record<Standing, number>> = { known: 8, stranger: 3 };
/** Offers of strangers that are heard: withdrawn at once and made again, each makes a screen flicker. */
export const STRANGERS_OFFERS = { burst: 30, perSecond: 1 };

/**
 * So many offers of a known device in a row that were asked about and came to nothing, declined or withdrawn, and it is heard as
 * a stranger for the rest of the visit, until something of it is accepted: what was agreed once is no leave to ask without end.
 */
export const MAX_VAIN_OFFERS = 3;

/**
 * Memory for all manifests together, in bytes; strangers get what their places have. A thousand photos take 150 kB. What is
 * allowed here is also what a stranger's connection can bring before it is cut off.
 */
const MAX_BYTES: Readonly<Record<Standing, number>> = { known: 8 * 1024 * 1024, stranger: 768 * 1024 };
/** What each may take up beside any others, in bytes: who is there first with a long list shuts out nobody who sends a photo. */
const SEAT_BYTES = 256 * 1024;
/** What an entry takes up, in bytes: the object, its numbers, its place in the list; and each code unit of its path. */
const ENTRY_BYTES = 80;
const CODE_UNIT_BYTES = 2;

/**
 * Nothing more of a manifest for so long, in milliseconds, and it is given up. Of a known device it may have to wait behind
 * the blocks of another transfer on the same slow path.
 */
const MAX_QUIET_MS: Readonly<Record<Standing, number>> = { known: 60_000, stranger: 10_000 };
/** The longest that a manifest may take, in milliseconds: the 7 MB of a hundred thousand files at 70 kB/s, and some. */
const MAX_UNDER_WAY_MS: Readonly<Record<Standing, number>> = { known: 600_000, stranger: 180_000 };
/** A stranger's manifest of that age gives its place to the next stranger's offer, in milliseconds. */
const STRANGER_PATIENCE_MS = 15_000;

/** An offer without an answer. */
export type Asking = {
  readonly standing: Standing;
  /** What its manifest takes up so far, in bytes. */
  readonly bytes: number;
  /** While its manifest is under way: since when, and since when nothing of it has come, in milliseconds. */
  readonly underWay?: { readonly forMs: number; readonly quietMs: number };
};

/** `insteadOf`: one that is given up to make room. */
export type Place<A extends Asking> = { readonly isFree: true; readonly insteadOf?: A } | { readonly isFree: false };

/** What `entries` take up in memory, in bytes; about. */
export function bytesOf(entries: readonly ManifestEntry[]): number {
  return entries.reduce((sum, { path }) => sum + ENTRY_BYTES + CODE_UNIT_BYTES * path.length, 0);
}

/** True if there is a place for one more offer beside those that are `asking`. */
export function placeFor<A extends Asking>(standing: Standing, asking: readonly A[]): Place<A> {
  const alike = asking.filter((other) => other.standing === standing);
  if (alike.length < MAX_OPEN_OFFERS[standing]) return { isFree: true };
  if (standing === 'known') return { isFree: false };
  const age = ({ underWay }: A) => underWay?.forMs ?? 0;
  const oldest = alike.reduce((first, other) => (age(other) > age(first) ? other : first));
  return age(oldest) >= STRANGER_PATIENCE_MS ? { isFree: true, insteadOf: oldest } : { isFree: false };
}

/**
 * True if `more` bytes of a manifest have room beside what `others` take up. The only one of its standing may go to the
 * limits of the protocol: an offer of a hundred thousand files is not refused because of others that are not there.
 */
export function hasRoom(own: Asking, more: number, others: readonly Asking[]): boolean {
  if (own.bytes + more <= SEAT_BYTES) return true;
  const alike = others.filter(({ standing, bytes }) => standing === own.standing && bytes > 0);
  if (alike.length === 0) return true;
  const rivals = own.standing === 'known' ? others : alike;
  return rivals.reduce((sum, { bytes }) => sum + bytes, own.bytes + more) <= MAX_BYTES[own.standing];
}

/** True if its manifest takes too long. */
export function isOverdue({ standing, underWay }: Asking): boolean {
  if (!underWay) return false;
  return underWay.quietMs >= MAX_QUIET_MS[standing] || underWay.forMs >= MAX_UNDER_WAY_MS[standing];
}
