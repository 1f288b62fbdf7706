/** What the holder of words on this router offers to those who carry words in and out: sockets, HTTP, other routers, the operator. */
import type { EventId } from '../../protocol/event.ts';
import type { Bringer, Held, Holding, Outcome } from '../../words/holding.ts';
import type { LabelWord } from '../../words/label.ts';
import type { Refused } from '../../words/refusal.ts';
import type { Labelled, ListedLetter } from './listing.ts';

/** Why something is no longer held. `lost`: the disk gave other bytes than were written. */
export const ENDS = ['ended', 'deleted', 'removed', 'evicted', 'lost'] as const;
export type End = (typeof ENDS)[number];

/** As the operator sees it: also what is hidden from everybody else. */
export type Listed = Held & { readonly labels: readonly LabelWord[]; readonly bytes: number };

/** Counts and bytes, never contents. */
export type ShelfCounts = {
  readonly events: number;
  readonly posts: number;
  readonly letters: number;
  /** Deletions and labels. */
  readonly others: number;
  /** Of events and blobs together, and how many there may be. */
  readonly bytes: number;
  readonly bytesAtMost: number;
  readonly eventsAtMost: number;
  /** For how long anything is held, in days. */
  readonly days: number;
  /** Since the start: what was let go, and what was not taken, by reason. */
  readonly gone: Readonly<Record<End, number>>;
  readonly refused: Readonly<Partial<Record<Refused, number>>>;
};

/** What the events that are held say of some bytes. */
export type Naming = {
  readonly isNamed: boolean;
  /** Who brought those events. */
  readonly bringers: readonly Bringer[];
  /** All that name them are hidden: nobody is given them. */
  readonly isHidden: boolean;
  readonly isPinned: boolean;
  /** How many other routers have one of those events. */
  readonly elsewhere: number;
};

export type Shelf = Holding & {
  /**
   * The operator's word about something that is held, signed with the operator's key. `held`: it stands now, `known`: it stood
   * already, `malformed`: nothing of that id is held.
   */
  label(word: LabelWord, id: EventId): Promise<Outcome>;
  /** Takes that word back. `known`: it did not stand. */
  unlabel(word: LabelWord, id: EventId): Promise<Outcome>;
  /** `label('remove')`: for good, also where it has been carried to. */
  remove(id: EventId): Promise<Outcome>;
  /** Everything of the board, the newest by first sight first; also what is hidden. */
  list(): AsyncIterable<Listed>;
  /** From memory. */
  letters(): Iterable<ListedLetter>;
  /** What is labelled and not here. */
  missing(): Iterable<Labelled>;
  /** The ids that begin so, of posts and letters that are here, and of what is labelled. */
  beginning(id: string): readonly EventId[];
  counts(): ShelfCounts;
  /** That router holds it too: it goes first when room is short. */
  markElsewhere(id: EventId, router: string): void;
  /** Who names these bytes. */
  naming(sha256: string): Naming;
  /** Nothing is written after this resolves. What is put from now on is refused as `disk`. */
  stop(): Promise<void>;
};

/** Bytes by their SHA-256 in hexadecimal. */
export type Blobs = {
  has(sha256: string): boolean;
  /** In bytes; `undefined` when it is not held. */
  size(sha256: string): number | undefined;
  /**
   * Stores what `bytes` yields when it is what `sha256` says; nothing of it stays otherwise. `size`: what was said of its length.
   * `not-genuine`: other bytes, `malformed`: cut off, or another length than was said. Rejects never.
   */
  receive(sha256: string, size: number | undefined, bytes: AsyncIterable<Uint8Array>, by: Bringer): Promise<Outcome>;
  /** What would be said now to a file of `size` bytes that is not held. */
  wouldTake(size: number, by: Bringer): Outcome;
  /** From byte `from` on, up to and without byte `to`. `undefined` when it is not held; throws when the disk fails on the way. */
  read(sha256: string, from?: number, to?: number): AsyncIterable<Uint8Array> | undefined;
  /** Whoever could bring what is held already has as much time to name it as if they had brought it now. */
  renew(sha256: string): void;
  delete(sha256: string): Promise<void>;
  /** How many, and their bytes. */
  counts(): { readonly blobs: number; readonly bytes: number };
  /** How many were let go since the start because the disk gave other bytes than were written. */
  readonly damaged: number;
  stop(): Promise<void>;
};
