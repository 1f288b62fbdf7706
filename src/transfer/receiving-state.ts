/** States, events and effects of the receiving side of a transfer. `receiving.ts` has the transitions. */
import type { Failure, Interruption } from '../protocol/failure.ts';
import type { Attention, Have, ManifestEntry, Ranges } from '../protocol/peer.ts';
import type { Collected } from './collecting.ts';

/** What the sender announced before its manifest; `pictures` and `note` as in the offer. */
export type Announcement = {
  readonly files: number;
  readonly bytes: number;
  readonly pictures?: boolean;
  readonly note?: string;
};

/** What this person agreed to receive. `entries` holds the accepted files only, `files` their indices in the offer. */
export type Agreement = {
  readonly ranges: Ranges;
  readonly files: readonly number[];
  readonly entries: readonly ManifestEntry[];
  readonly totalBytes: number;
};

/** The progress of receiving. */
export type Inflow = {
  /** Where the next byte belongs: position in `files`, offset in that file. */
  readonly at: number;
  readonly offset: number;
  /** End of the block that is arriving, as an offset in the file; absent between blocks. */
  readonly blockEnd?: number;
  /** Bytes of all blocks that have begun, and of known files that are being copied. */
  readonly begunBytes: number;
  readonly storedBytes: number;
  /** The stored bytes that the sender was last told. */
  readonly toldBytes: number;
  /** Blocks, bundles and file digests on their way through storage and hashing. */
  readonly pending: number;
};

type Agreed = { readonly agreement: Agreement; readonly isPaused: boolean };

export type Receiving =
  | {
      readonly phase: 'announced';
      readonly announcement: Announcement;
      /** The arrived part of the manifest. */
      readonly collected: Collected | undefined;
    }
  /**
   * `isSilent`: the sender does not answer at the moment, so accepting would lead nowhere. `looked`: its small pictures were
   * asked for, and those of these files have come.
   */
  | {
      readonly phase: 'offered';
      readonly said: Pick<Announcement, 'pictures' | 'note'>;
      readonly looked?: readonly number[];
      readonly entries: readonly ManifestEntry[];
      readonly attention: Attention;
      readonly isSilent: boolean;
    }
  /** The storage is being opened, and its earlier content is checked. */
  | ({ readonly phase: 'opening' } & Agreed)
  /** `sender`: nothing has arrived since it was told of the accept, something has, or nothing has for a while. */
  | ({ readonly phase: 'receiving'; readonly flow: Inflow; readonly sender: 'due' | 'heard' | 'silent' } & Agreed)
  | ({ readonly phase: 'interrupted'; readonly cause: Interruption } & Agreed)
  | { readonly phase: 'verifying'; readonly agreement: Agreement }
  | { readonly phase: 'saved'; readonly agreement: Agreement; readonly digest: string }
  | { readonly phase: 'declined' }
  | { readonly phase: 'cancelled'; readonly by: 'me' | 'peer' }
  | { readonly phase: 'failed'; readonly reason: Failure };

export type ReceivingEvent =
  | { readonly type: 'manifest'; readonly first: number; readonly entries: readonly ManifestEntry[] }
  /** The offer has come into a person's view, has left it, or was touched. */
  | { readonly type: 'noticed'; readonly attention: Attention }
  /** The small pictures may be shown: the person knows the sender, or has asked for them. */
  | { readonly type: 'look-asked' }
  /** `jpeg`: `undefined` when it is none that was written as the protocol says. */
  | { readonly type: 'picture'; readonly file: number; readonly jpeg: Uint8Array<ArrayBuffer> | undefined }
  /** There is no room here for the rest of the manifest, or it took too long. */
  | { readonly type: 'refused'; readonly reason: Failure }
  | { readonly type: 'accept-pressed'; readonly files: Ranges }
  | { readonly type: 'decline-pressed' }
  /** What answers in the place of its sender cannot prove to be it. */
  | { readonly type: 'met-another' }
  /** The sender offers the transfer again, on the current link. `isNewLink`: for the first time on that link. */
  | { readonly type: 'offered-again'; readonly isNewLink: boolean }
  /** `have`: what the storage holds, with every block checked against its digest. */
  | { readonly type: 'store-opened'; readonly have: Have }
  | { readonly type: 'store-failed'; readonly failure: Failure }
  | { readonly type: 'block'; readonly file: number; readonly offset: number; readonly digest: Uint8Array }
  | { readonly type: 'chunk'; readonly file: number; readonly offset: number; readonly payload: Uint8Array }
  | { readonly type: 'end'; readonly file: number; readonly offset: number; readonly digest: Uint8Array }
  /** The sender's file is the one that this side said it knows. */
  | { readonly type: 'same'; readonly file: number; readonly offset: number; readonly digest: Uint8Array }
  /** A bundle: `count` whole files, of each that is not empty its digest and its bytes. */
  | { readonly type: 'files'; readonly file: number; readonly count: number; readonly payload: Uint8Array }
  /** A block, or a bundle, was hashed, matched, and can be read back from storage. */
  | { readonly type: 'block-stored'; readonly bytes: number }
  /** Another part of a known file was copied. */
  | { readonly type: 'part-copied'; readonly bytes: number }
  /** A file's root digest matched. */
  | { readonly type: 'file-matched' }
  /** A block or a file did not have the digest that its sender stated. */
  | { readonly type: 'digest-mismatched' }
  /** Everything is durable; `digest` is the transfer's root in hexadecimal. */
  | { readonly type: 'sealed'; readonly digest: string }
  /** The sender says that it has paused, or goes on. */
  | { readonly type: 'peer-paused' | 'peer-resumed' }
  | { readonly type: 'pause-pressed' | 'resume-pressed' | 'cancel-pressed' }
  | { readonly type: 'peer-cancelled' }
  | { readonly type: 'peer-failed'; readonly reason: Failure }
  | { readonly type: 'link-lost'; readonly cause: Failure }
  /** Nothing has arrived from the sender for a while although it should send, or was pinged. */
  | { readonly type: 'fell-silent' }
  /** The sender gives signs of life again, while the person here is being asked. */
  | { readonly type: 'heard-again' }
  /** The other side broke the protocol in a way that this machine cannot see. */
  | { readonly type: 'violated' };

export type ReceivingEffect =
  /** Open the storage, check its content, and answer `store-opened`. */
  | { readonly type: 'open-store'; readonly agreement: Agreement }
  | { readonly type: 'tell-attention'; readonly attention: Attention }
  | { readonly type: 'tell-look' }
  /** A small picture of `file` has come. What is in it nobody has looked at. */
  | { readonly type: 'show-picture'; readonly file: number; readonly jpeg: Uint8Array<ArrayBuffer> }
  | { readonly type: 'tell-accept'; readonly files: Ranges; readonly have: Have }
  | { readonly type: 'tell-stored'; readonly bytes: number }
  | { readonly type: 'tell-complete'; readonly digest: string }
  | { readonly type: 'tell-decline' | 'tell-pause' | 'tell-cancel' }
  /** Ask the sender to go on; get a link for that if there is none. */
  | { readonly type: 'ask-resume' }
  | { readonly type: 'tell-fail'; readonly reason: Failure }
  /** A block begins: collect `length` bytes, to be stored at `offset` of the accepted file number `at`. */
  | {
      readonly type: 'begin-block';
      readonly at: number;
      readonly offset: number;
      readonly length: number;
      readonly digest: Uint8Array;
    }
  | { readonly type: 'append'; readonly payload: Uint8Array }
  /** The block is complete: compare its digest, store it. */
  | { readonly type: 'store-block' }
  /** Compare the digests of the `count` files from number `at` on, which are all in `payload`; store them together. */
  | { readonly type: 'store-bundle'; readonly at: number; readonly count: number; readonly payload: Uint8Array }
  | { readonly type: 'check-file'; readonly at: number; readonly digest: Uint8Array }
  /** Copy the known file for number `at` from where it is stored, and check that its root is `digest`. */
  | { readonly type: 'copy-file'; readonly at: number; readonly digest: Uint8Array }
  | { readonly type: 'seal' }
  /** Nothing more will arrive for now: close the storage and release the link. */
  | { readonly type: 'release' }
  /** Stored bytes are useless: free them. */
  | { readonly type: 'discard' };

export type ReceivingStep = readonly [Receiving, readonly ReceivingEffect[]];
