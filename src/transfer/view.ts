/** What a screen needs to know of a transfer: plain data that the engine publishes and the app shows. */
import type { Failure, Interruption } from '../protocol/failure.ts';
import type { Attention, ManifestEntry, TransferId } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import type { Contents } from './contents.ts';
import type { Marks } from './marks.ts';

/** Names a transfer within this app: sender and receiver of a transfer to oneself never share a key. */
export type TransferKey = string & { readonly __brand: 'TransferKey' };

/** Way the bytes take, read from the selected candidate pair. */
export type Path = 'direct' | 'relayed';

/**
 * What is being waited for. A sender: `connecting` (or `held` while its router lets no more calls through) until the receiver
 * says that the offer is `delivered`, `ringing` on its screen, or `seen` there; `unheeded` when it should be on a screen by now
 * and nothing says so; `stuck` when the receiver was there and the offer does not get through to it; `comparing` what the
 * receiver has already. A receiver: `starting` until the first bytes come.
 */
export type WaitingStep = 'connecting' | 'held' | Attention | 'unheeded' | 'stuck' | 'comparing' | 'starting';

/** The state words of the product, one for each line in the list of transfers. */
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
  /** Name of the other device as it was when the transfer began. */
  readonly peerName: string;
  /** Name of the first file, or of the folder that holds all of them. */
  readonly title: string;
  /** What it is called by: its title, or how many of what it holds. */
  readonly contents: Contents;
  readonly files: number;
  /** Bytes of the files that were accepted (before that: of all). */
  readonly totalBytes: number;
  /** Bytes the receiver has stored and verified. */
  readonly storedBytes: number;
  /** Recent speed in bytes per second; absent while nothing moves. */
  readonly bytesPerSecond?: number;
  /** True once every digest matched. */
  readonly verified: boolean;
  readonly path?: Path;
  /** The page was reloaded since: the person has to choose the same files again before it can go on. */
  readonly needsFiles?: 'files' | 'folder';
  /** Some of the files were found again: what is still missing. */
  readonly missing?: MissingFiles;
  /** The file at which it failed, by its path. */
  readonly failedOn?: string;
  /** The browser could open the files by itself, if only the person allowed it. */
  readonly canReopen?: true;
  /** What is stored of a received transfer; absent for what is sent. */
  readonly kept?: Kept;
};

/** What this app keeps of a received transfer, and what the person here has done with it. */
export type Kept = Marks & {
  /** When it was saved or, before that, when its storage was last opened, in Unix milliseconds. */
  readonly at: number;
  /** Unfinished, it is deleted by itself then at the earliest, in Unix milliseconds. */
  readonly goesAt?: number;
  /** The browser keeps nothing: it goes when the page is closed. */
  readonly isFleeting?: true;
};

/** What a transfer of an earlier visit lacks before it can go on. */
export type MissingFiles = {
  readonly count: number;
  /** A few of them: names of folders that a person would choose, or paths of single files. */
  readonly names: readonly string[];
  /** Paths of a few that are there but have changed since they were offered. */
  readonly changed: readonly string[];
};

/** An offer that waits for this person's answer. */
export type OfferView = {
  readonly key: TransferKey;
  readonly peer: DeviceId;
  readonly peerName: string;
  /** True if something was agreed with this device before. */
  readonly isKnown: boolean;
  /** It is known, but so many of its offers came to nothing that this one waits for its person to look. */
  readonly standsAside?: true;
  readonly totalBytes: number;
  readonly entries: readonly ManifestEntry[];
  /** What is accepted goes when the page is closed: this browser keeps nothing. */
  readonly isFleeting?: true;
  /** The sender does not answer just now: until it does, to accept would lead nowhere. */
  readonly isSilent: boolean;
};

/** Identifies the transfer `id` of the device that sends it. */
export function transferKey(direction: 'sending' | 'receiving', peer: DeviceId, id: TransferId): TransferKey {
  return `${direction === 'sending' ? 's' : 'r'}-${peer}-${id}` as TransferKey;
}
