/**
 * The receiving side of one transfer as a value: `(state, event) -> [state, effects]`. It knows no channel, storage or
 * clock. `saved` is reachable only from `verifying`: every accepted byte arrived in its place, was stored, and matched
 * the digests of its block and of its file. What an interruption leaves is kept, and the transfer goes on from there
 * when its sender offers it again.
 */
import { type Failure, type Interruption, isInterruption } from '../protocol/failure.ts';
import { BLOCK_BYTES, WINDOW_BYTES } from '../protocol/limits.ts';
import type { Have, ManifestEntry, Ranges } from '../protocol/peer.ts';
import { totalBytes } from './manifest.ts';
import { blockLength, seek } from './plan.ts';
import { expand, fits } from './ranges.ts';

/** What the sender announced before its manifest. */
export type Announcement = { readonly files: number; readonly bytes: number };

/** What this person agreed to receive. `entries` holds the accepted files only, `files` their indices in the offer. */
export type Agreement = {
  readonly ranges: Ranges;
  readonly files: readonly number[];
  readonly entries: readonly ManifestEntry[];
  readonly totalBytes: number;
};

/** How far the receiving has come. */
export type Inflow = {
  /** Where the next byte belongs: position in `files`, offset in that file. */
  readonly at: number;
  readonly offset: number;
  /** End of the block that is coming in, as an offset in the file; absent between blocks. */
  readonly blockEnd?: number;
  /** Bytes of all blocks that have begun, and of known files that are being copied. */
  readonly begunBytes: number;
  readonly storedBytes: number;
  /** What the sender was last told to be stored. */
  readonly toldBytes: number;
  /** Blocks and file digests on their way through storage and hashing. */
  readonly pending: number;
};

type Agreed = { readonly agreement: Agreement; readonly isPaused: boolean };

export type Receiving =
  | {
      readonly phase: 'announced';
      readonly announcement: Announcement;
      readonly entries: readonly ManifestEntry[];
      /** Code units of all paths so far. */
      readonly pathLength: number;
    }
  | { readonly phase: 'offered'; readonly entries: readonly ManifestEntry[] }
  /** The storage is being opened, and what is in it from before is checked. */
  | ({ readonly phase: 'opening' } & Agreed)
  /** `isSilent`: nothing has come from the sender for a while. */
  | ({ readonly phase: 'receiving'; readonly flow: Inflow; readonly isSilent: boolean } & Agreed)
  | ({ readonly phase: 'interrupted'; readonly cause: Interruption } & Agreed)
  | { readonly phase: 'verifying'; readonly agreement: Agreement }
  | { readonly phase: 'saved'; readonly agreement: Agreement; readonly digest: string }
  | { readonly phase: 'declined' }
  | { readonly phase: 'cancelled'; readonly by: 'me' | 'peer' }
  | { readonly phase: 'failed'; readonly reason: Failure };

export type ReceivingEvent =
  | { readonly type: 'manifest'; readonly first: number; readonly entries: readonly ManifestEntry[] }
  | { readonly type: 'accept-pressed'; readonly files: Ranges }
  | { readonly type: 'decline-pressed' }
  /** The sender offers the transfer again, on the link that holds now. */
  | { readonly type: 'offered-again' }
  /** `have` is what was found in the storage, every block of it checked against its digest. */
  | { readonly type: 'store-opened'; readonly have: Have }
  | { readonly type: 'store-failed'; readonly failure: Failure }
  | { readonly type: 'block'; readonly file: number; readonly offset: number; readonly digest: Uint8Array }
  | { readonly type: 'chunk'; readonly file: number; readonly offset: number; readonly payload: Uint8Array }
  | { readonly type: 'end'; readonly file: number; readonly offset: number; readonly digest: Uint8Array }
  /** The sender's file is the one that this side said it knows. */
  | { readonly type: 'same'; readonly file: number; readonly offset: number; readonly digest: Uint8Array }
  /** A block was hashed, matched, and can be read back from storage. */
  | { readonly type: 'block-stored'; readonly bytes: number }
  /** Another part of a known file was copied. */
  | { readonly type: 'part-copied'; readonly bytes: number }
  /** A file's root digest matched. */
  | { readonly type: 'file-matched' }
  /** A block or a file did not have the digest its sender gave. */
  | { readonly type: 'digest-mismatched' }
  /** Everything is durable; `digest` is the transfer's root in hexadecimal. */
  | { readonly type: 'sealed'; readonly digest: string }
  /** The sender says that it has paused, or goes on. */
  | { readonly type: 'peer-paused' | 'peer-resumed' }
  | { readonly type: 'pause-pressed' | 'resume-pressed' | 'cancel-pressed' }
  | { readonly type: 'peer-cancelled' }
  | { readonly type: 'peer-failed'; readonly reason: Failure }
  | { readonly type: 'link-lost'; readonly cause: Failure }
  /** Nothing has come from the sender for a while although it should send. */
  | { readonly type: 'fell-silent' }
  /** The other side broke the protocol outside of what this machine sees. */
  | { readonly type: 'violated' };

export type ReceivingEffect =
  /** Open the storage, check what is in it, and answer `store-opened`. */
  | { readonly type: 'open-store'; readonly agreement: Agreement }
  | { readonly type: 'tell-accept'; readonly files: Ranges; readonly have: Have }
  | { readonly type: 'tell-stored'; readonly bytes: number }
  | { readonly type: 'tell-complete'; readonly digest: string }
  | { readonly type: 'tell-decline' | 'tell-pause' | 'tell-cancel' }
  /** Asks the sender to go on; gets a link for that if there is none. */
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
  | { readonly type: 'check-file'; readonly at: number; readonly digest: Uint8Array }
  /** Copy the known file for number `at` from where it is stored, and check that its root is `digest`. */
  | { readonly type: 'copy-file'; readonly at: number; readonly digest: Uint8Array }
  | { readonly type: 'seal' }
  /** Nothing more will come for now: close the storage and let go of the link. */
  | { readonly type: 'release' }
  /** What was stored is of no use: free it. */
  | { readonly type: 'discard' };

export type ReceivingStep = readonly [Receiving, readonly ReceivingEffect[]];

/** Most code units of all paths of a transfer: a hundred thousand long names, and no more memory than a phone has. */
const MAX_PATHS_LENGTH = 16 * 1024 * 1024;

/** Told to the sender after this many bytes, or as soon as nothing is pending: a thousand small files need no thousand messages. */
const TELL_BYTES = BLOCK_BYTES / 4;

export function startReceiving(announcement: Announcement): Receiving {
  return { phase: 'announced', announcement, entries: [], pathLength: 0 };
}

/** A transfer that an earlier visit to this page did not finish. */
export function resumeReceiving(agreement: Agreement): Receiving {
  return { phase: 'interrupted', agreement, cause: 'connection-lost', isPaused: false };
}

/** `entries`: the files of an offer that `ranges` names. */
export function agreementOn(entries: readonly ManifestEntry[], ranges: Ranges): Agreement {
  return { ranges, files: expand(ranges), entries, totalBytes: totalBytes(entries) };
}

const RELEASE: ReceivingEffect = { type: 'release' };
const DISCARD: ReceivingEffect = { type: 'discard' };

const stop = (state: Receiving, ...effects: ReceivingEffect[]): ReceivingStep => [
  state,
  [...effects, RELEASE, DISCARD],
];

/** The transfer does not go on: for now, where something is stored and only the circumstances are to blame; else for good. */
function halt(now: Receiving, cause: Failure, ...effects: ReceivingEffect[]): ReceivingStep {
  if (!('agreement' in now) || !isInterruption(cause)) return stop({ phase: 'failed', reason: cause }, ...effects);
  const isPaused = 'isPaused' in now && now.isPaused;
  return [{ phase: 'interrupted', agreement: now.agreement, isPaused, cause }, [...effects, RELEASE]];
}

/** Halts for a reason on this side, and says so to the other. */
const fail = (now: Receiving, reason: Failure) => halt(now, reason, { type: 'tell-fail', reason });
const violation = (now: Receiving) => fail(now, 'protocol-violation');

/** One step of the receiving side. Events that mean nothing in a state leave it as it is. */
export function receiving(now: Receiving, event: ReceivingEvent): ReceivingStep {
  switch (now.phase) {
    case 'saved':
      return [now, event.type === 'offered-again' ? [{ type: 'tell-complete', digest: now.digest }, RELEASE] : []];
    case 'cancelled':
      return [now, event.type === 'offered-again' ? [{ type: 'tell-cancel' }, RELEASE] : []];
    case 'declined':
      return [now, event.type === 'offered-again' ? [{ type: 'tell-decline' }, RELEASE] : []];
    case 'failed':
      return [now, event.type === 'offered-again' ? [{ type: 'tell-fail', reason: now.reason }, RELEASE] : []];
    case 'verifying':
      return verifying(now.agreement, now, event);
    default:
      return underway(now, event);
  }
}

/** Everything is here: what happens to the other side or to the link changes nothing any more. */
function verifying(
  agreement: Agreement,
  now: Extract<Receiving, { readonly phase: 'verifying' }>,
  event: ReceivingEvent,
): ReceivingStep {
  switch (event.type) {
    case 'sealed':
      return [
        { phase: 'saved', agreement, digest: event.digest },
        [{ type: 'tell-complete', digest: event.digest }, RELEASE],
      ];
    case 'store-failed':
      return fail(now, event.failure);
    default:
      return [now, []];
  }
}

type Underway = Extract<
  Receiving,
  { readonly phase: 'announced' | 'offered' | 'opening' | 'receiving' | 'interrupted' }
>;

function underway(now: Underway, event: ReceivingEvent): ReceivingStep {
  switch (event.type) {
    case 'cancel-pressed':
      return stop({ phase: 'cancelled', by: 'me' }, { type: 'tell-cancel' });
    case 'peer-cancelled':
      return stop({ phase: 'cancelled', by: 'peer' });
    case 'peer-failed':
      return halt(now, event.reason);
    case 'link-lost':
      // An interrupted transfer keeps its first cause: a vain attempt to meet again is no news.
      return now.phase === 'interrupted' ? [now, []] : halt(now, event.cause);
    case 'store-failed':
      return fail(now, event.failure);
    case 'digest-mismatched':
      return fail(now, 'digest-mismatch');
    case 'violated':
      return violation(now);
    default:
      return inPhase(now, event);
  }
}

function inPhase(now: Underway, event: ReceivingEvent): ReceivingStep {
  switch (now.phase) {
    case 'announced':
      return event.type === 'manifest' ? collect(now, event) : unforeseen(now, event);
    case 'offered':
      return answer(now, event);
    case 'opening':
      return opening(now, event);
    case 'receiving':
      return flow(now, event);
    case 'interrupted':
      return interrupted(now, event);
  }
}

/** Only content can be out of place: what a person presses here, or hears twice, is no fault of the sender. */
function unforeseen(now: Underway, event: ReceivingEvent): ReceivingStep {
  switch (event.type) {
    case 'manifest':
    case 'block':
    case 'chunk':
    case 'end':
    case 'same':
      return violation(now);
    default:
      return [now, []];
  }
}

function collect(
  now: Extract<Receiving, { readonly phase: 'announced' }>,
  piece: Extract<ReceivingEvent, { readonly type: 'manifest' }>,
): ReceivingStep {
  const { announcement } = now;
  const entries = [...now.entries, ...piece.entries];
  const pathLength = piece.entries.reduce((sum, { path }) => sum + path.length, now.pathLength);
  if (pathLength > MAX_PATHS_LENGTH) return violation(now);
  if (piece.first !== now.entries.length || piece.entries.length === 0 || entries.length > announcement.files)
    return violation(now);
  if (entries.length < announcement.files) return [{ ...now, entries, pathLength }, []];
  return totalBytes(entries) === announcement.bytes ? [{ phase: 'offered', entries }, []] : violation(now);
}

function answer(now: Extract<Receiving, { readonly phase: 'offered' }>, event: ReceivingEvent): ReceivingStep {
  switch (event.type) {
    case 'decline-pressed':
      return stop({ phase: 'declined' }, { type: 'tell-decline' });
    case 'accept-pressed': {
      if (!fits(event.files, now.entries.length)) return [now, []];
      const entries = expand(event.files).flatMap((file) => now.entries[file] ?? []);
      const agreement = agreementOn(entries, event.files);
      return [{ phase: 'opening', agreement, isPaused: false }, [{ type: 'open-store', agreement }]];
    }
    default:
      return unforeseen(now, event);
  }
}

function opening(now: Extract<Receiving, { readonly phase: 'opening' }>, event: ReceivingEvent): ReceivingStep {
  const { agreement, isPaused } = now;
  switch (event.type) {
    case 'store-opened': {
      const { at, offset, bytes } = seek(agreement.entries, event.have.blocks);
      const inflow: Inflow = { at, offset, begunBytes: bytes, storedBytes: bytes, toldBytes: bytes, pending: 0 };
      return [
        { phase: 'receiving', agreement, isPaused, isSilent: false, flow: inflow },
        [{ type: 'tell-accept', files: agreement.ranges, have: event.have }],
      ];
    }
    case 'peer-paused':
      return [{ ...now, isPaused: true }, []];
    case 'peer-resumed':
      return [{ ...now, isPaused: false }, []];
    default:
      return unforeseen(now, event); // what is still pending of an earlier flow reports; offers repeat themselves
  }
}

/** A sender that has been told to go on while the two were apart does not say so; one that is still paused does. */
function reopen(agreement: Agreement): ReceivingStep {
  return [{ phase: 'opening', agreement, isPaused: false }, [{ type: 'open-store', agreement }]];
}

function interrupted(now: Extract<Receiving, { readonly phase: 'interrupted' }>, event: ReceivingEvent): ReceivingStep {
  const { agreement } = now;
  switch (event.type) {
    case 'offered-again':
      return reopen(agreement);
    case 'resume-pressed':
      return [{ ...now, isPaused: false }, [{ type: 'ask-resume' }]];
    default:
      return [now, []];
  }
}

type Flowing = Extract<Receiving, { readonly phase: 'receiving' }>;

function flow(now: Flowing, event: ReceivingEvent): ReceivingStep {
  switch (event.type) {
    case 'block':
      return beginBlock(now, event);
    case 'chunk':
      return appendChunk(now, event);
    case 'end':
      return endFile(now, event);
    case 'same':
      return takeKnown(now, event);
    case 'block-stored':
      return settle(now, {
        ...now.flow,
        pending: now.flow.pending - 1,
        storedBytes: now.flow.storedBytes + event.bytes,
      });
    case 'part-copied':
      return settle(now, { ...now.flow, storedBytes: now.flow.storedBytes + event.bytes });
    case 'file-matched':
      return settle(now, { ...now.flow, pending: now.flow.pending - 1 });
    case 'offered-again':
      return reopen(now.agreement); // the sender noticed before this side that the link was lost
    case 'peer-paused':
      return [{ ...now, isPaused: true, isSilent: false }, []];
    case 'peer-resumed':
      return [{ ...now, isPaused: false }, []];
    case 'pause-pressed':
      return [now, now.isPaused ? [] : [{ type: 'tell-pause' }]];
    case 'resume-pressed':
      return [now, now.isPaused ? [{ type: 'ask-resume' }] : []];
    case 'fell-silent':
      return [{ ...now, isSilent: !now.isPaused }, []];
    default:
      return unforeseen(now, event);
  }
}

/** Whether a frame for `file` at `offset` is the one that must come next. */
function inPlace(
  { agreement, flow: now }: Flowing,
  event: { readonly file: number; readonly offset: number },
): boolean {
  return now.at < agreement.files.length && agreement.files[now.at] === event.file && event.offset === now.offset;
}

function beginBlock(now: Flowing, event: Extract<ReceivingEvent, { readonly type: 'block' }>): ReceivingStep {
  const { at, offset, blockEnd } = now.flow;
  const length = blockLength(now.agreement.entries[at]?.size ?? 0, offset);
  if (!inPlace(now, event) || blockEnd !== undefined || length <= 0) return violation(now);
  const begunBytes = now.flow.begunBytes + length;
  // A sender that heeds its window never gets here: the window is counted from what it was told.
  if (begunBytes - now.flow.toldBytes > WINDOW_BYTES) return violation(now);
  return [
    { ...now, isSilent: false, flow: { ...now.flow, blockEnd: offset + length, begunBytes } },
    [{ type: 'begin-block', at, offset, length, digest: event.digest }],
  ];
}

function appendChunk(now: Flowing, event: Extract<ReceivingEvent, { readonly type: 'chunk' }>): ReceivingStep {
  const { blockEnd, ...between } = now.flow;
  const offset = now.flow.offset + event.payload.length;
  if (!inPlace(now, event) || blockEnd === undefined || offset > blockEnd) return violation(now);
  const append: ReceivingEffect = { type: 'append', payload: event.payload };
  if (offset < blockEnd) return [{ ...now, isSilent: false, flow: { ...now.flow, offset } }, [append]];
  return [
    { ...now, isSilent: false, flow: { ...between, offset, pending: between.pending + 1 } },
    [append, { type: 'store-block' }],
  ];
}

function endFile(now: Flowing, event: Extract<ReceivingEvent, { readonly type: 'end' }>): ReceivingStep {
  const { at, blockEnd, pending } = now.flow;
  const size = now.agreement.entries[at]?.size;
  if (!inPlace(now, event) || blockEnd !== undefined || event.offset !== size) return violation(now);
  return [
    { ...now, isSilent: false, flow: { ...now.flow, at: at + 1, offset: 0, pending: pending + 1 } },
    [{ type: 'check-file', at, digest: event.digest }],
  ];
}

function takeKnown(now: Flowing, event: Extract<ReceivingEvent, { readonly type: 'same' }>): ReceivingStep {
  const { at, offset, blockEnd, pending } = now.flow;
  const size = now.agreement.entries[at]?.size ?? 0;
  if (!inPlace(now, event) || offset !== 0 || blockEnd !== undefined) return violation(now);
  return [
    {
      ...now,
      isSilent: false,
      flow: { ...now.flow, at: at + 1, pending: pending + 1, begunBytes: now.flow.begunBytes + size },
    },
    [{ type: 'copy-file', at, digest: event.digest }],
  ];
}

/** After something was stored or checked: tells the sender, and seals when all of it is done. */
function settle(now: Flowing, flow: Inflow): ReceivingStep {
  const { agreement } = now;
  const news = flow.storedBytes - flow.toldBytes;
  const tell = news >= TELL_BYTES || (news > 0 && flow.pending === 0);
  const effects: ReceivingEffect[] = tell ? [{ type: 'tell-stored', bytes: flow.storedBytes }] : [];
  const isDone = flow.at === agreement.files.length && flow.pending === 0;
  if (!isDone) return [{ ...now, flow: tell ? { ...flow, toldBytes: flow.storedBytes } : flow }, effects];
  if (flow.storedBytes !== agreement.totalBytes) return violation(now);
  return [{ phase: 'verifying', agreement }, [...effects, { type: 'seal' }]];
}
