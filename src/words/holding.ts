/**
 * A set of events that somebody holds: a router on its disk, a phone in its browser. What is asked of it is the same, so the two
 * halves of reconciliation (`exchange`) work between any two of them.
 */
import type { EventId, HexKey, SignedEvent } from '../protocol/event.ts';
import type { Filter } from '../protocol/filter.ts';
import type { Refused } from './refusal.ts';

/** Who brings an event: counted against the share of that device, and of its address. */
export type Bringer =
  | { readonly is: 'device'; readonly key: HexKey; readonly address: string }
  | { readonly is: 'router'; readonly id: string };

/** An event that is held, and for how many seconds somebody has had it: nobody's clock is compared with another one. */
export type Held = { readonly event: SignedEvent; readonly ageS: number };

/** What NIP-77 compares. */
export type Item = { readonly id: EventId; readonly created_at: number };

/** `held`: it is stored, written through. `known`: it was already. */
export type Outcome = 'held' | 'known' | Refused;

/** Some of what is held cannot be read now. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

export type Holding = {
  has(id: EventId): boolean;
  /** True when it is not held because it was taken back, removed, or has ended: nobody needs to send it. */
  isGone(id: EventId): boolean;
  /** All that match, in no order; `limit` is not looked at. Quick: from memory. */
  items(filter: Filter): readonly Item[];
  /**
   * Those that match, the newest by first sight first, `limit` at most. Each is read when it is asked for. Throws
   * `Unreadable` behind the last one when some of them could not be read.
   */
  query(filter: Filter): AsyncIterable<Held>;
  /**
   * Checks and stores. The caller has parsed `event`; that it is genuine and may be held is decided here. `ageS`: for how long
   * others have had it. Rejects never: a disk that fails is `disk`.
   */
  put(event: SignedEvent, ageS: number, by: Bringer): Promise<Outcome>;
  /** Calls back after each event that is newly held. Returns the way to stop that. */
  watch(listener: (held: Held, by: Bringer) => void): () => void;
};
