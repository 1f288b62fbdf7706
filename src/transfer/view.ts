/** What a screen needs to know about a transfer: plain data that the engine publishes and the app shows. */
import type { Failure, Interruption } from '../protocol/failure.ts';
import type { Attention, ManifestEntry, TransferId } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import type { Contents, Dates } from './contents.ts';
import type { Marks } from './marks.ts';

/** Names a transfer within this app: sender and receiver of a transfer to oneself never share a key. */
export type TransferKey = string & { readonly __brand: 'TransferKey' };

/** Names a send to several people within this app. */
export type BatchId = string & { readonly __brand: 'BatchId' };

/** The path of the bytes, read from the selected candidate pair. */
export type Path = 'direct' | 'relayed';

/**
 * What a transfer waits for. A sender: `connecting` (or `held` while its router lets no more calls through) until the
 * receiver says that the offer is `delivered`, `ringing` on its screen, or `seen` there; `unheeded` when it should be
 * on a screen by now and nothing shows that; `stuck` when the receiver was there and the offer does not get through to
 * it; `comparing` the receiver's bytes with the files here. A receiver: `starting` until the first bytes arrive.
 */
export type WaitingStep = 'connecting' | 'held' | Attention | 'unheeded' | 'stuck' | 'comparing' | 'starting';

/** The state words of the product, one for each row in the list of transfers. */
export type Phase =
  | { readonly phase: 'waiting'; readonly step: WaitingStep }
  | { readonly phase: 'sending' }
  | { readonly phase: 'receiving' }
  | { readonly phase: 'paused' }
  | { readonly phase: 'sent' }
  | { readonly phase: 'saved' }
  | { readonly phase: 'declined' }
  /** `absence`: the sender went away before the person here had answered. */
  | { readonly phase: 'cancelled'; readonly by: 'me' | 'peer' | 'absence' }
  /** It goes on by itself, or when somebody presses Resume. `no-answer`: the other side is only silent. */
  | { readonly phase: 'interrupted'; readonly cause: Interruption | 'no-answer' }
  | { readonly phase: 'failed'; readonly reason: Failure };

export type TransferView = Phase & {
  readonly key: TransferKey;
  readonly direction: 'sending' | 'receiving';
  readonly peer: DeviceId;
  /** Name of the other device when the transfer began. */
  readonly peerName: string;
  /** Name of the first file, or of the folder that holds all of them. */
  readonly title: string;
  /** How to call it: by its title, or by the number and kind of its files. */
  readonly contents: Contents;
  /** When the photos and videos in it were made; absent for anything else, and where nobody knows. */
  readonly dates?: Dates;
  readonly files: number;
  /** Bytes of the accepted files (before an answer: of all files). */
  readonly totalBytes: number;
  /** Bytes the receiver has stored and verified. */
  readonly storedBytes: number;
  /** Recent speed in bytes per second; absent while nothing moves. */
  readonly bytesPerSecond?: number;
  /** True once every digest matched. */
  readonly verified: boolean;
  readonly path?: Path;
  /** The page was reloaded since: the person must choose the same files again before the transfer can go on. */
  readonly needsFiles?: 'files' | 'folder';
  /** Some of the files were found again: the missing ones. */
  readonly missing?: MissingFiles;
  /** The path of the file at which it failed. */
  readonly failedOn?: string;
  /** The browser could open the files by itself, once the person allows it. */
  readonly canReopen?: true;
  /** When the person here sent it, in Unix milliseconds; after a reload about then. Absent for a received one. */
  readonly begunAt?: number;
  /** The sends that one press began, one for each person, share it; only here, never on the wire. */
  readonly batch?: BatchId;
  /** What is stored of a received transfer; absent for a sent one. */
  readonly kept?: Kept;
};

/** What this app keeps of a received transfer, and what the person here has done with it. */
export type Kept = Marks & {
  /** When it was saved or, before that, when its storage was last opened, in Unix milliseconds. */
  readonly at: number;
  /** While unfinished, it may be deleted after this time, in Unix milliseconds. */
  readonly goesAt?: number;
  /** The browser keeps nothing: the files are lost when the page is closed. */
  readonly isFleeting?: true;
  /** It was accepted without a question, as the person here allows to somebody they know. */
  readonly isUnasked?: true;
};

/** Files that a transfer of an earlier visit lacks before it can go on. */
export type MissingFiles = {
  readonly count: number;
  /** Some of them: names of folders that a person would choose, or paths of single files. */
  readonly names: readonly string[];
  /** Paths of some that were found but have changed since the offer. */
  readonly changed: readonly string[];
};

/** An offer that waits for this person's answer. */
export type OfferView = {
  readonly key: TransferKey;
  readonly peer: DeviceId;
  readonly peerName: string;
  /** True for a person who was made sure of, and for a device with which a transfer was agreed before. */
  readonly isKnown: boolean;
  /** The device is known, but so many of its offers came to nothing that this one waits for its person to look. */
  readonly standsAside?: true;
  readonly totalBytes: number;
  readonly entries: readonly ManifestEntry[];
  /** Its sender can show small pictures of it. */
  readonly pictures?: true;
  /** A line from its sender, cleaned as names are. */
  readonly note?: string;
  /** Accepted files are lost when the page is closed: this browser keeps nothing. */
  readonly isFleeting?: true;
  /** The sender does not answer at the moment: accepting would lead nowhere. */
  readonly isSilent: boolean;
};

/** The key of the transfer `id` of the sending device. */
export function transferKey(direction: 'sending' | 'receiving', peer: DeviceId, id: TransferId): TransferKey {
  return `${direction === 'sending' ? 's' : 'r'}-${peer}-${id}` as TransferKey;
}
