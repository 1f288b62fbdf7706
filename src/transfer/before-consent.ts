/**
 * What others may use up here before a person has agreed to anything: places on the screen, memory, time. Ids cost
 * nothing, so a limit per id is no limit: there is one budget for all, and strangers get a part of it.
 */
import type { ManifestEntry } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';

/** `known`: a person who was made sure of, or a device with which a transfer was agreed before. */
export type Standing = 'known' | 'stranger';

/** Most offers that are open at once: as many as a person would read before giving up. */
export const MAX_OPEN_OFFERS: Readonly<Record<Standing, number>> = { known: 8, stranger: 6 };
/** Most of these from one stranger: who has more to send can put it into one offer. */
export const MAX_OFFERS_OF_STRANGER = 3;
/** Of the strangers' places these stay free for those who have no offer here yet: one alone must not shut out the others. */
const NEWCOMERS_PLACES = 3;
/** Offers of strangers that are heard: repeated offers that are withdrawn at once make the screen flicker. */
export const STRANGERS_OFFERS = { burst: 30, perSecond: 1 };

/**
 * After this many offers in a row that were asked about but declined or withdrawn, a known device is treated as a
 * stranger for the rest of the visit, until an offer of it is accepted: one agreement is no permission to ask without
 * end.
 */
export const MAX_VAIN_OFFERS = 3;

/**
 * Memory for all manifests together, in bytes; strangers get a part. A thousand photos take 150 kB. This is also the
 * most that a stranger's connection can bring before it is cut off.
 */
const MAX_BYTES: Readonly<Record<Standing, number>> = { known: 8 * 1024 * 1024, stranger: 768 * 1024 };
/**
 * The share that each device always has, in bytes: a long list that came first must not shut out a device that sends a
 * photo.
 */
const SEAT_BYTES = 256 * 1024;
/** Memory of an entry, in bytes: the object, its numbers, its place in the list; and each code unit of its path. */
const ENTRY_BYTES = 80;
const CODE_UNIT_BYTES = 2;

/**
 * A manifest that makes no progress for this long, in milliseconds, is given up. That of a known device may have to
 * wait behind the blocks of another transfer on the same slow path.
 */
const MAX_QUIET_MS: Readonly<Record<Standing, number>> = { known: 60_000, stranger: 10_000 };
/**
 * The longest that a manifest may take, in milliseconds: the 7 MB of a hundred thousand files at 70 kB/s, with some
 * margin.
 */
const MAX_UNDER_WAY_MS: Readonly<Record<Standing, number>> = { known: 600_000, stranger: 180_000 };
/** At this age a stranger's manifest gives its place to the next stranger's offer, in milliseconds. */
const STRANGER_PATIENCE_MS = 15_000;

/** An open offer. */
export type Asking = {
  readonly peer: DeviceId;
  readonly standing: Standing;
  /** Memory of its manifest so far, in bytes. */
  readonly bytes: number;
  /** While its manifest arrives: its age, and the time without progress, in milliseconds. */
  readonly underWay?: { readonly forMs: number; readonly quietMs: number };
};

/** `insteadOf`: an offer that is given up to make room. */
export type Place<A extends Asking> = { readonly isFree: true; readonly insteadOf?: A } | { readonly isFree: false };

/** Approximate memory of `entries`, in bytes. */
export function bytesOf(entries: readonly ManifestEntry[]): number {
  return entries.reduce((sum, { path }) => sum + ENTRY_BYTES + CODE_UNIT_BYTES * path.length, 0);
}

/** Decides if there is a place for one more offer, of `peer`, beside the open ones. */
export function placeFor<A extends Asking>(
  { peer, standing }: Pick<Asking, 'peer' | 'standing'>,
  asking: readonly A[],
): Place<A> {
  const alike = asking.filter((other) => other.standing === standing);
  if (standing === 'known') return { isFree: alike.length < MAX_OPEN_OFFERS.known };
  const own = alike.filter((other) => other.peer === peer).length;
  if (own >= MAX_OFFERS_OF_STRANGER) return { isFree: false };
  const most = MAX_OPEN_OFFERS.stranger - (own === 0 ? 0 : NEWCOMERS_PLACES);
  if (alike.length < most) return { isFree: true };
  const age = ({ underWay }: A) => underWay?.forMs ?? 0;
  const oldest = alike.reduce((first, other) => (age(other) > age(first) ? other : first));
  return age(oldest) >= STRANGER_PATIENCE_MS ? { isFree: true, insteadOf: oldest } : { isFree: false };
}

/**
 * True if there is room for `more` bytes of a manifest beside the `others`. The only offer of its standing may go to
 * the limits of the protocol: an offer of a hundred thousand files is not refused for the sake of others that do not
 * exist.
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
