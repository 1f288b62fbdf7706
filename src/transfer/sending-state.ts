/** States, events and effects of the sending side of a transfer. `sending.ts` has the transitions. */
import type { Failure, Interruption } from '../protocol/failure.ts';
import type { Attention, Have, KnownFile, ManifestEntry, Ranges } from '../protocol/peer.ts';

/** The progress of sending. Bytes count only accepted files. */
export type Outflow = {
  readonly files: readonly number[];
  readonly totalBytes: number;
  /** Next block to transmit: position in `files`, offset in that file. */
  readonly at: number;
  readonly offset: number;
  /** Blocks and bundles requested and not yet handed to the channel. */
  readonly queuedBlocks: number;
  readonly issuedBytes: number;
  readonly storedBytes: number;
  /** Root digests of the files that the receiver says it already has; each is compared at its turn. */
  readonly known: ReadonlyMap<number, string>;
  /**
   * The file at `at` is being compared, and nothing else is requested meanwhile; or it was, and `differs` from the one
   * that the receiver has.
   */
  readonly comparison: 'none' | 'running' | 'differs';
};

export type Underway = { readonly entries: readonly ManifestEntry[]; readonly isPaused: boolean };
export type Asking = {
  readonly known: readonly KnownFile[];
  /** Files that the receiver has named so far, before its accept. */
  readonly wanted?: Ranges;
};

/**
 * No connection yet: one is being made, or the router holds back the call because it lets no more through at the
 * moment.
 */
export type Unmet = 'connecting' | 'held';

export type Sending =
  /**
   * Not accepted yet. `step`: `asking` until the receiver says how far the offer has come with its person.
   * `isUnheeded`: it should be on the other screen by now, and nothing shows that it is.
   */
  | ({
      readonly phase: 'waiting';
      readonly step: Unmet | 'asking' | Attention;
      readonly isUnheeded: boolean;
    } & Underway &
      Asking)
  /** The receiver has some of it, which is being compared with the files here. */
  | ({ readonly phase: 'checking'; readonly files: readonly number[]; readonly have: Have } & Underway & Asking)
  /** `isSilent`: the receiver has not answered for a while. */
  | ({ readonly phase: 'sending'; readonly flow: Outflow; readonly isSilent: boolean } & Underway)
  /** Goes on when the devices meet. `asking`: offered again, and not answered yet. */
  | ({ readonly phase: 'interrupted'; readonly cause: Interruption; readonly step: 'idle' | 'asking' } & Underway &
      Asking)
  | { readonly phase: 'sent' }
  | { readonly phase: 'declined' }
  | { readonly phase: 'cancelled'; readonly by: 'me' | 'peer' }
  | { readonly phase: 'failed'; readonly reason: Failure };

export type SendingEvent =
  | { readonly type: 'link-opened' }
  /** No connection could be made, or it is gone. */
  | { readonly type: 'link-lost'; readonly cause: Failure }
  /** What answers in the place of its receiver cannot prove to be it. */
  | { readonly type: 'met-another' }
  /** The router holds back the call; the page repeats it by itself. */
  | { readonly type: 'held' }
  /** How far the offer has come with the person at the receiver, as the receiver says. */
  | { readonly type: 'noticed'; readonly attention: Attention }
  /** It has been on no screen for longer than anybody wants to wait in silence. */
  | { readonly type: 'went-unheeded' }
  /** The receiver already has these files. Comes before `accepted`, in pieces. */
  | { readonly type: 'known'; readonly files: readonly KnownFile[] }
  /** The receiver wants these files as well. Comes before `accepted`, in pieces. */
  | { readonly type: 'wanted'; readonly files: Ranges }
  | { readonly type: 'accepted'; readonly files: Ranges; readonly have: Have }
  | { readonly type: 'declined' }
  /** The receiver does not know, or no longer knows, a transfer that was offered again. */
  | { readonly type: 'unknown' }
  /** The first blocks of the files here were compared with those of the receiver. */
  | { readonly type: 'checked'; readonly matches: boolean }
  /** A block requested by `transmit`, or a bundle by `transmit-bundle`, was handed to the channel. */
  | { readonly type: 'block-transmitted' }
  /** The result of `compare`. */
  | { readonly type: 'compared'; readonly isSame: boolean }
  | { readonly type: 'source-failed'; readonly reason: Failure }
  | { readonly type: 'stored'; readonly bytes: number }
  /** The receiver has everything; `matches`: its root digest equals ours. */
  | { readonly type: 'completed'; readonly matches: boolean }
  /** Nothing was heard from the receiver for a while although bytes are under way, or its person is being asked. */
  | { readonly type: 'fell-silent' }
  /** The receiver is heard again, while its person is being asked. */
  | { readonly type: 'heard-again' }
  | { readonly type: 'pause-pressed' | 'resume-pressed' | 'cancel-pressed' }
  | { readonly type: 'peer-paused' | 'peer-resumed' | 'peer-cancelled' }
  | { readonly type: 'peer-failed'; readonly reason: Failure };

export type SendingEffect =
  /** Send the offer, with the manifest unless the receiver was offered the transfer before. */
  | { readonly type: 'offer'; readonly again: boolean }
  /** Compare the digests of the first blocks of `files` with those of the receiver. */
  | { readonly type: 'check'; readonly files: readonly number[]; readonly have: Have }
  /** The receiver keeps its blocks: blocks from number `blocks` on are read (again). */
  | { readonly type: 'start-from'; readonly files: readonly number[]; readonly blocks: number }
  /** Read, hash and send one block of `file`, the accepted one number `at`, in the order of effects; with `last`, end the file after it. Empty files have only an end. */
  | {
      readonly type: 'transmit';
      readonly at: number;
      readonly file: number;
      readonly offset: number;
      readonly length: number;
      readonly last: boolean;
    }
  /** Read, hash and send the whole `files`, the accepted ones from number `at` on, in one frame, in the order of effects. */
  | { readonly type: 'transmit-bundle'; readonly at: number; readonly files: readonly number[] }
  /** Hash the whole file; if its root is `root`, tell the receiver to take its own copy. */
  | { readonly type: 'compare'; readonly at: number; readonly file: number; readonly root: string }
  | { readonly type: 'tell-paused' | 'tell-resumed' | 'tell-cancel' }
  | { readonly type: 'tell-fail'; readonly reason: Failure }
  /** Somebody wants it to go on: offer it on the current link, or get one. */
  | { readonly type: 'relink' }
  /** The link leads nowhere: replace it. */
  | { readonly type: 'drop-link' }
  /** Nothing more will be sent for now: drop blocks that were read ahead and release the link. */
  | { readonly type: 'release' };

export type SendingStep = readonly [Sending, readonly SendingEffect[]];
