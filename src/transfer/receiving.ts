/**
 * The receiving side of one transfer as a value: `(state, event) -> [state, effects]`. It knows no channel, storage or
 * clock. `saved` is reachable only from `verifying`: every accepted byte arrived in its place, was stored, and matched
 * the digests of its block and of its file.
 */
import type { Failure } from '../protocol/failure.ts';
import { BLOCK_BYTES } from '../protocol/limits.ts';
import type { ManifestEntry, Ranges } from '../protocol/peer.ts';
import { blockLength, totalBytes } from './manifest.ts';
import { expand, fits } from './ranges.ts';
import { isInterruption } from './sending.ts';

/** What the sender announced before its manifest. */
export type Announcement = { readonly files: number; readonly bytes: number };

/** What this person agreed to receive. `entries` holds the accepted files only, `files` their indices in the offer. */
export type Agreement = {
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
  readonly storedBytes: number;
  /** What the sender was last told to be stored. */
  readonly toldBytes: number;
  /** Blocks and file digests on their way through storage and hashing. */
  readonly pending: number;
};

export type Receiving =
  | { readonly phase: 'announced'; readonly announcement: Announcement; readonly entries: readonly ManifestEntry[] }
  | { readonly phase: 'offered'; readonly entries: readonly ManifestEntry[] }
  | { readonly phase: 'opening'; readonly agreement: Agreement; readonly ranges: Ranges }
  | { readonly phase: 'receiving'; readonly agreement: Agreement; readonly flow: Inflow }
  | { readonly phase: 'verifying'; readonly agreement: Agreement }
  | { readonly phase: 'saved'; readonly agreement: Agreement; readonly digest: string }
  | { readonly phase: 'declined' }
  | { readonly phase: 'cancelled'; readonly by: 'me' | 'peer' }
  | { readonly phase: 'interrupted'; readonly cause: Failure }
  | { readonly phase: 'failed'; readonly reason: Failure };

export type ReceivingEvent =
  | { readonly type: 'manifest'; readonly first: number; readonly entries: readonly ManifestEntry[] }
  | { readonly type: 'accept-pressed'; readonly files: Ranges }
  | { readonly type: 'decline-pressed' }
  | { readonly type: 'store-opened' }
  | { readonly type: 'store-failed'; readonly failure: Failure }
  | { readonly type: 'block'; readonly file: number; readonly offset: number; readonly digest: Uint8Array }
  | { readonly type: 'chunk'; readonly file: number; readonly offset: number; readonly payload: Uint8Array }
  | { readonly type: 'end'; readonly file: number; readonly offset: number; readonly digest: Uint8Array }
  /** A block was hashed, matched, and can be read back from storage. */
  | { readonly type: 'block-stored'; readonly bytes: number }
  /** A file's root digest matched. */
  | { readonly type: 'file-matched' }
  /** A block or a file did not have the digest its sender gave. */
  | { readonly type: 'digest-mismatched' }
  /** Everything is durable; `digest` is the transfer's root in hexadecimal. */
  | { readonly type: 'sealed'; readonly digest: string }
  | { readonly type: 'cancel-pressed' }
  | { readonly type: 'peer-cancelled' }
  | { readonly type: 'peer-failed'; readonly reason: Failure }
  | { readonly type: 'link-lost'; readonly cause: Failure }
  /** The other side broke the protocol outside of what this machine sees. */
  | { readonly type: 'violated' };

export type ReceivingEffect =
  | { readonly type: 'open-store'; readonly agreement: Agreement }
  | { readonly type: 'tell-accept'; readonly files: Ranges }
  | { readonly type: 'tell-decline' }
  | { readonly type: 'tell-stored'; readonly bytes: number }
  | { readonly type: 'tell-complete'; readonly digest: string }
  | { readonly type: 'tell-cancel' }
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
  | { readonly type: 'seal' }
  /** Nothing more will come: close the storage and let go of the link. */
  | { readonly type: 'release' }
  /** What was stored is of no use: free it. */
  | { readonly type: 'discard' };

export type ReceivingStep = readonly [Receiving, readonly ReceivingEffect[]];

/** Told to the sender after this many bytes, or as soon as nothing is pending: a thousand small files need no thousand messages. */
const TELL_BYTES = BLOCK_BYTES / 4;

export function startReceiving(announcement: Announcement): Receiving {
  return { phase: 'announced', announcement, entries: [] };
}

const RELEASE: ReceivingEffect = { type: 'release' };
const DISCARD: ReceivingEffect = { type: 'discard' };

function stop(state: Receiving, ...effects: ReceivingEffect[]): ReceivingStep {
  const keeps = state.phase === 'interrupted';
  return [state, keeps ? [...effects, RELEASE] : [...effects, RELEASE, DISCARD]];
}

function endState(failure: Failure): Receiving {
  return isInterruption(failure) ? { phase: 'interrupted', cause: failure } : { phase: 'failed', reason: failure };
}

/** Ends the transfer for a reason on this side, and says so to the other. */
const fail = (reason: Failure): ReceivingStep => stop(endState(reason), { type: 'tell-fail', reason });
const violation = (): ReceivingStep => fail('protocol-violation');

/** One step of the receiving side. Events that mean nothing in a state leave it as it is. */
export function receiving(now: Receiving, event: ReceivingEvent): ReceivingStep {
  if (['saved', 'declined', 'cancelled', 'interrupted', 'failed'].includes(now.phase)) return [now, []];
  switch (event.type) {
    case 'cancel-pressed':
      return stop({ phase: 'cancelled', by: 'me' }, { type: 'tell-cancel' });
    case 'peer-cancelled':
      return stop({ phase: 'cancelled', by: 'peer' });
    case 'peer-failed':
      return stop(endState(event.reason));
    case 'link-lost':
      return lost(now, event.cause);
    case 'store-failed':
      return fail(event.failure);
    case 'digest-mismatched':
      return fail('digest-mismatch');
    case 'violated':
      return violation();
    default:
      return inPhase(now, event);
  }
}

/** Once every byte and digest is here the sender is no longer needed; before that its leaving interrupts. */
function lost(now: Receiving, cause: Failure): ReceivingStep {
  switch (now.phase) {
    case 'verifying':
      return [now, []];
    case 'receiving':
      return stop(endState(cause));
    default:
      return stop({ phase: 'failed', reason: cause });
  }
}

type PhaseEvent = Exclude<
  ReceivingEvent,
  {
    readonly type:
      | 'cancel-pressed'
      | 'peer-cancelled'
      | 'peer-failed'
      | 'link-lost'
      | 'store-failed'
      | 'digest-mismatched'
      | 'violated';
  }
>;

function inPhase(now: Receiving, event: PhaseEvent): ReceivingStep {
  switch (now.phase) {
    case 'announced':
      return event.type === 'manifest' ? collect(now.announcement, now.entries, event) : violation();
    case 'offered':
      return answer(now.entries, event);
    case 'opening':
      if (event.type !== 'store-opened') return violation();
      return settle(
        now.agreement,
        { at: 0, offset: 0, storedBytes: 0, toldBytes: 0, pending: 0 },
        { type: 'tell-accept', files: now.ranges },
      );
    case 'receiving':
      return flow(now.agreement, now.flow, event);
    case 'verifying':
      if (event.type !== 'sealed') return violation();
      return [
        { phase: 'saved', agreement: now.agreement, digest: event.digest },
        [{ type: 'tell-complete', digest: event.digest }, RELEASE],
      ];
    default:
      return [now, []];
  }
}

function collect(
  announcement: Announcement,
  known: readonly ManifestEntry[],
  piece: Extract<ReceivingEvent, { readonly type: 'manifest' }>,
): ReceivingStep {
  const entries = [...known, ...piece.entries];
  if (piece.first !== known.length || piece.entries.length === 0 || entries.length > announcement.files)
    return violation();
  if (entries.length < announcement.files) return [{ phase: 'announced', announcement, entries }, []];
  return totalBytes(entries) === announcement.bytes ? [{ phase: 'offered', entries }, []] : violation();
}

function answer(entries: readonly ManifestEntry[], event: PhaseEvent): ReceivingStep {
  if (event.type === 'decline-pressed') return stop({ phase: 'declined' }, { type: 'tell-decline' });
  if (event.type !== 'accept-pressed') return violation();
  if (!fits(event.files, entries.length)) return [{ phase: 'offered', entries }, []];
  const files = expand(event.files);
  const accepted = files.flatMap((file) => entries[file] ?? []);
  const agreement = { files, entries: accepted, totalBytes: totalBytes(accepted) };
  return [{ phase: 'opening', agreement, ranges: event.files }, [{ type: 'open-store', agreement }]];
}

function flow(agreement: Agreement, now: Inflow, event: PhaseEvent): ReceivingStep {
  switch (event.type) {
    case 'block':
      return beginBlock(agreement, now, event);
    case 'chunk':
      return appendChunk(agreement, now, event);
    case 'end':
      return endFile(agreement, now, event);
    case 'block-stored':
      return settle(agreement, { ...now, pending: now.pending - 1, storedBytes: now.storedBytes + event.bytes });
    case 'file-matched':
      return settle(agreement, { ...now, pending: now.pending - 1 });
    default:
      return violation();
  }
}

/** Whether a frame for `file` at `offset` is the one that must come next. */
function inPlace(
  agreement: Agreement,
  now: Inflow,
  event: { readonly file: number; readonly offset: number },
): boolean {
  return now.at < agreement.files.length && agreement.files[now.at] === event.file && event.offset === now.offset;
}

function beginBlock(
  agreement: Agreement,
  now: Inflow,
  event: Extract<ReceivingEvent, { readonly type: 'block' }>,
): ReceivingStep {
  const length = blockLength(agreement.entries[now.at]?.size ?? 0, now.offset);
  if (!inPlace(agreement, now, event) || now.blockEnd !== undefined || length <= 0) return violation();
  return [
    { phase: 'receiving', agreement, flow: { ...now, blockEnd: now.offset + length } },
    [{ type: 'begin-block', at: now.at, offset: now.offset, length, digest: event.digest }],
  ];
}

function appendChunk(
  agreement: Agreement,
  now: Inflow,
  event: Extract<ReceivingEvent, { readonly type: 'chunk' }>,
): ReceivingStep {
  const offset = now.offset + event.payload.length;
  if (!inPlace(agreement, now, event) || now.blockEnd === undefined || offset > now.blockEnd) return violation();
  const append: ReceivingEffect = { type: 'append', payload: event.payload };
  if (offset < now.blockEnd) return [{ phase: 'receiving', agreement, flow: { ...now, offset } }, [append]];
  const { blockEnd: _, ...rest } = now;
  return [
    { phase: 'receiving', agreement, flow: { ...rest, offset, pending: now.pending + 1 } },
    [append, { type: 'store-block' }],
  ];
}

function endFile(
  agreement: Agreement,
  now: Inflow,
  event: Extract<ReceivingEvent, { readonly type: 'end' }>,
): ReceivingStep {
  const size = agreement.entries[now.at]?.size;
  if (!inPlace(agreement, now, event) || now.blockEnd !== undefined || event.offset !== size) return violation();
  return [
    { phase: 'receiving', agreement, flow: { ...now, at: now.at + 1, offset: 0, pending: now.pending + 1 } },
    [{ type: 'check-file', at: now.at, digest: event.digest }],
  ];
}

/** After something was stored or checked: tells the sender, and seals when all of it is done. */
function settle(agreement: Agreement, now: Inflow, ...effects: ReceivingEffect[]): ReceivingStep {
  const tell = now.storedBytes > now.toldBytes && (now.pending === 0 || now.storedBytes - now.toldBytes >= TELL_BYTES);
  const told = tell ? { ...now, toldBytes: now.storedBytes } : now;
  const all: ReceivingEffect[] = tell ? [...effects, { type: 'tell-stored', bytes: now.storedBytes }] : effects;
  const done = now.at === agreement.files.length && now.pending === 0;
  if (!done) return [{ phase: 'receiving', agreement, flow: told }, all];
  if (now.storedBytes !== agreement.totalBytes) return violation();
  return [{ phase: 'verifying', agreement }, [...all, { type: 'seal' }]];
}
