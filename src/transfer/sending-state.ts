/** States, events and effects of the sending side of a transfer. What follows from what is said in `sending.ts`. */
import type { Failure, Interruption } from '../protocol/failure.ts';
import type { Attention, Have, KnownFile, ManifestEntry, Ranges } from '../protocol/peer.ts';

/** How far the sending has come. Bytes count only files that were accepted. */
export type Outflow = {
  readonly files: readonly number[];
  readonly totalBytes: number;
  /** Next block to transmit: position in `files`, offset in that file. */
  readonly at: number;
  readonly offset: number;
  /** Blocks asked for and not yet handed to the channel. */
  readonly queuedBlocks: number;
  readonly issuedBytes: number;
  readonly storedBytes: number;
  /** Files that the receiver says it has from before, by their root digests; each is compared when its turn comes. */
  readonly known: readonly KnownFile[];
  /** The file at `at` is being compared; nothing is asked for meanwhile. */
  readonly comparing: boolean;
};

export type Underway = { readonly entries: readonly ManifestEntry[]; readonly isPaused: boolean };
export type Asking = {
  readonly known: readonly KnownFile[];
  /** Files that the receiver has named so far, before its accept. */
  readonly wanted?: Ranges;
};

/** No connection so far: under way to one, or held back by the router, which lets no more calls through just now. */
export type Unmet = 'connecting' | 'held';

export type Sending =
  /**
   * Never accepted so far. `step`: `asking` until the receiver says how far the offer has come with its person.
   * `isUnheeded`: it should be on the other screen by now, and nothing says that it is.
   */
  | ({
      readonly phase: 'waiting';
      readonly step: Unmet | 'asking' | Attention;
      readonly isUnheeded: boolean;
    } & Underway &
      Asking)
  /** The receiver has some of it: does that match the files here? */
  | ({ readonly phase: 'checking'; readonly files: readonly number[]; readonly have: Have } & Underway & Asking)
  /** `isSilent`: the receiver has not answered for a while. */
  | ({ readonly phase: 'sending'; readonly flow: Outflow; readonly isSilent: boolean } & Underway)
  /** Goes on when the devices meet. `asking`: offered again, no answer yet. */
  | ({ readonly phase: 'interrupted'; readonly cause: Interruption; readonly step: 'idle' | 'asking' } & Underway &
      Asking)
  | { readonly phase: 'sent' }
  | { readonly phase: 'declined' }
  | { readonly phase: 'cancelled'; readonly by: 'me' | 'peer' }
  | { readonly phase: 'failed'; readonly reason: Failure };

export type SendingEvent =
  | { readonly type: 'link-opened' }
  /** No connection came about, or it is gone. */
  | { readonly type: 'link-lost'; readonly cause: Failure }
  /** Who answers in the receiver's place is not the device that it was offered to. */
  | { readonly type: 'met-another' }
  /** The call is held back, and made again by itself. */
  | { readonly type: 'held' }
  /** How far the offer has come with the person at the receiver, as the receiver says. */
  | { readonly type: 'noticed'; readonly attention: Attention }
  /** It has been on no screen for longer than anybody wants to wait in silence. */
  | { readonly type: 'went-unheeded' }
  /** The receiver has these files from before. Comes before `accepted`, in pieces. */
  | { readonly type: 'known'; readonly files: readonly KnownFile[] }
  /** The receiver wants these files as well. Comes before `accepted`, in pieces. */
  | { readonly type: 'wanted'; readonly files: Ranges }
  | { readonly type: 'accepted'; readonly files: Ranges; readonly have: Have }
  | { readonly type: 'declined' }
  /** The receiver does not know (any more) a transfer that was offered again. */
  | { readonly type: 'unknown' }
  /** The first blocks of the files here were compared with those that the receiver has. */
  | { readonly type: 'checked'; readonly matches: boolean }
  /** A block asked for by `transmit`, or a file by `compare`, was handed to the channel. */
  | { readonly type: 'block-transmitted' }
  /** What `compare` found. */
  | { readonly type: 'compared'; readonly isSame: boolean }
  | { readonly type: 'source-failed'; readonly reason: Failure }
  | { readonly type: 'stored'; readonly bytes: number }
  /** The receiver has everything; `matches`: its root digest is ours. */
  | { readonly type: 'completed'; readonly matches: boolean }
  /** Nothing was heard from the receiver for a while although bytes are under way, or its person is being asked. */
  | { readonly type: 'fell-silent' }
  /** It is heard again, while its person is being asked. */
  | { readonly type: 'heard-again' }
  | { readonly type: 'pause-pressed' | 'resume-pressed' | 'cancel-pressed' }
  | { readonly type: 'peer-paused' | 'peer-resumed' | 'peer-cancelled' }
  | { readonly type: 'peer-failed'; readonly reason: Failure };

export type SendingEffect =
  /** Send the offer, and the manifest with it unless the receiver was offered the transfer before. */
  | { readonly type: 'offer'; readonly again: boolean }
  /** Compare the digests of the first blocks of `files` with what the receiver has. */
  | { readonly type: 'check'; readonly files: readonly number[]; readonly have: Have }
  /** The receiver's blocks stay: blocks from number `blocks` on are read (again). */
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
  /** Hash the whole file; if its root is `root`, tell the receiver to take its own copy. */
  | { readonly type: 'compare'; readonly at: number; readonly file: number; readonly root: string }
  | { readonly type: 'tell-paused' | 'tell-resumed' | 'tell-cancel' }
  | { readonly type: 'tell-fail'; readonly reason: Failure }
  /** Someone wants it to go on: offer it on the link there is, or get one. */
  | { readonly type: 'relink' }
  /** The link leads nowhere: replace it. */
  | { readonly type: 'drop-link' }
  /** Nothing more will be sent for now: drop what is read ahead and let go of the link. */
  | { readonly type: 'release' };

export type SendingStep = readonly [Sending, readonly SendingEffect[]];
