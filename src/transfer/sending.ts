/**
 * The sending side of one transfer as a value: `(state, event) -> [state, effects]`. It knows no channel, file or clock.
 * What is sent is bounded twice: few blocks are read ahead, and the blocks asked for never run more than
 * `WINDOW_BYTES` ahead of what the receiver reports as stored. A transfer that was interrupted is offered again when
 * the devices meet, and goes on after the blocks that the receiver has and that still match the files here.
 */
import { type Failure, type Interruption, isInterruption } from '../protocol/failure.ts';
import { WINDOW_BYTES } from '../protocol/limits.ts';
import type { Have, KnownFile, ManifestEntry, Ranges } from '../protocol/peer.ts';
import { totalBytes } from './manifest.ts';
import { blockLength, countBlocks, type Place, seek } from './plan.ts';
import { expand, fits } from './ranges.ts';

/** Blocks that may be read and waiting for the channel: enough that reading, hashing and sending overlap. */
export const READ_AHEAD_BLOCKS = 3;

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

type Underway = { readonly entries: readonly ManifestEntry[]; readonly isPaused: boolean };
type Asking = { readonly known: readonly KnownFile[] };

export type Sending =
  /** Never accepted so far. */
  | ({ readonly phase: 'waiting'; readonly step: 'connecting' | 'asking' } & Underway & Asking)
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
  /** The receiver has these files from before. Comes before `accepted`, in pieces. */
  | { readonly type: 'known'; readonly files: readonly KnownFile[] }
  | { readonly type: 'accepted'; readonly files: Ranges; readonly have: Have }
  | { readonly type: 'declined' }
  /** The receiver does not know (any more) a transfer that was offered again. */
  | { readonly type: 'unknown' }
  /** Whether the blocks that the receiver has are those of the files here. */
  | { readonly type: 'checked'; readonly matches: boolean }
  /** A block asked for by `transmit`, or a file by `compare`, was handed to the channel. */
  | { readonly type: 'block-transmitted' }
  /** What `compare` found. */
  | { readonly type: 'compared'; readonly isSame: boolean }
  | { readonly type: 'source-failed'; readonly reason: Failure }
  | { readonly type: 'stored'; readonly bytes: number }
  /** The receiver has everything; `matches`: its root digest is ours. */
  | { readonly type: 'completed'; readonly matches: boolean }
  /** Nothing was heard from the receiver for a while although bytes are under way. */
  | { readonly type: 'fell-silent' }
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

export function startSending(entries: readonly ManifestEntry[]): Sending {
  return { phase: 'waiting', entries, step: 'connecting', isPaused: false, known: [] };
}

/** A transfer that an earlier visit to this page did not finish. */
export function resumeSending(entries: readonly ManifestEntry[]): Sending {
  return { phase: 'interrupted', entries, cause: 'connection-lost', step: 'idle', isPaused: false, known: [] };
}

/** Whether nothing can happen to the transfer any more. An interrupted one has not ended. */
export function hasEnded(state: { readonly phase: string }): boolean {
  return ['sent', 'saved', 'declined', 'cancelled', 'failed'].includes(state.phase);
}

const RELEASE: SendingEffect = { type: 'release' };
const end = (state: Sending, ...effects: SendingEffect[]): SendingStep => [state, [...effects, RELEASE]];
const fail = (reason: Failure): SendingStep => end({ phase: 'failed', reason }, { type: 'tell-fail', reason });
const violation = (): SendingStep => fail('protocol-violation');

/** What somebody at the receiving device has to mend first, and then press Resume there. */
function needsRoom(cause: Interruption): boolean {
  return cause === 'storage-full' || cause === 'storage-failed';
}

/** Whether the transfer waits for nothing but the other device: then it goes on by itself when the two meet. */
export function waitsForPeer(state: Sending): boolean {
  if (state.phase === 'waiting') return state.step === 'connecting';
  return state.phase === 'interrupted' && state.step === 'idle' && !state.isPaused && !needsRoom(state.cause);
}

function interrupt({ entries, isPaused }: Underway, cause: Interruption): SendingStep {
  return end({ phase: 'interrupted', entries, cause, step: 'idle', isPaused, known: [] });
}

/** Asks for as many further blocks as read-ahead and window allow. */
function pump(entries: readonly ManifestEntry[], start: Outflow): readonly [Outflow, readonly SendingEffect[]] {
  const effects: SendingEffect[] = [];
  let flow = start;
  while (!flow.comparing && flow.at < flow.files.length && flow.queuedBlocks < READ_AHEAD_BLOCKS) {
    const file = flow.files[flow.at] ?? 0;
    const size = entries[file]?.size ?? 0;
    const length = blockLength(size, flow.offset);
    if (flow.issuedBytes + length - flow.storedBytes > WINDOW_BYTES) break;
    const known = flow.offset === 0 ? flow.known.find(([index]) => index === file) : undefined;
    if (known) {
      effects.push({ type: 'compare', at: flow.at, file, root: known[1] });
      return [{ ...flow, comparing: true }, effects];
    }
    const last = flow.offset + length === size;
    effects.push({ type: 'transmit', at: flow.at, file, offset: flow.offset, length, last });
    flow = {
      ...flow,
      at: last ? flow.at + 1 : flow.at,
      offset: last ? 0 : flow.offset + length,
      queuedBlocks: flow.queuedBlocks + 1,
      issuedBytes: flow.issuedBytes + length,
    };
  }
  return [flow, effects];
}

type Flowing = Extract<Sending, { readonly phase: 'sending' }>;

function flowing(now: Flowing, flow: Outflow): SendingStep {
  const [next, effects] = now.isPaused ? [flow, []] : pump(now.entries, flow);
  return [{ ...now, flow: next }, effects];
}

function begin(now: Underway & Asking, files: readonly number[], blocks: number): SendingStep {
  const accepted = files.flatMap((file) => now.entries[file] ?? []);
  const place: Place = seek(accepted, blocks);
  const flow: Outflow = {
    files,
    totalBytes: totalBytes(accepted),
    at: place.at,
    offset: place.offset,
    queuedBlocks: 0,
    issuedBytes: place.bytes,
    storedBytes: place.bytes,
    known: now.known,
    comparing: false,
  };
  const { entries, isPaused } = now;
  const [state, effects] = flowing({ phase: 'sending', entries, isPaused, isSilent: false, flow }, flow);
  const paused: readonly SendingEffect[] = isPaused ? [{ type: 'tell-paused' }] : [];
  return [state, [...paused, { type: 'start-from', files, blocks }, ...effects]];
}

/** One step of the sending side. Events that mean nothing in a state leave it as it is. */
export function sending(now: Sending, event: SendingEvent): SendingStep {
  switch (now.phase) {
    case 'waiting':
    case 'checking':
    case 'sending':
    case 'interrupted':
      return underway(now, event);
    default:
      return [now, []];
  }
}

type UnderwayState = Extract<Sending, Underway>;

function underway(now: UnderwayState, event: SendingEvent): SendingStep {
  switch (event.type) {
    case 'cancel-pressed':
      return end({ phase: 'cancelled', by: 'me' }, { type: 'tell-cancel' });
    case 'peer-cancelled':
      return end({ phase: 'cancelled', by: 'peer' });
    case 'peer-failed':
      return isInterruption(event.reason)
        ? interrupt(now, event.reason)
        : end({ phase: 'failed', reason: event.reason });
    case 'source-failed':
      return fail(event.reason);
    case 'link-opened':
      return opened(now);
    case 'link-lost':
      return lost(now, event.cause);
    case 'pause-pressed':
    case 'peer-paused':
      return pause(now);
    case 'resume-pressed':
    case 'peer-resumed':
      return resume(now);
    default:
      return now.phase === 'sending' ? duringFlow(now, event) : asking(now, event);
  }
}

function opened(now: UnderwayState): SendingStep {
  if (now.phase === 'waiting' && now.step === 'connecting')
    return [{ ...now, step: 'asking' }, [{ type: 'offer', again: false }]];
  if (now.phase === 'interrupted' && now.step === 'idle')
    return [{ ...now, step: 'asking' }, [{ type: 'offer', again: true }]];
  return [now, []];
}

/** Before the first connection a failure is told at once; later the transfer waits for the devices to meet again. */
function lost(now: UnderwayState, cause: Failure): SendingStep {
  const neverMet = now.phase === 'waiting' && now.step === 'connecting';
  if (neverMet || !isInterruption(cause)) return end({ phase: 'failed', reason: cause });
  // A vain attempt to meet again is no news.
  return now.phase === 'interrupted' ? interrupt(now, now.cause) : interrupt(now, cause);
}

function pause(now: UnderwayState): SendingStep {
  if (now.phase === 'waiting' || now.isPaused) return [now, []];
  return [{ ...now, isPaused: true }, [{ type: 'tell-paused' }]];
}

function resume(now: UnderwayState): SendingStep {
  // Told also before bytes flow: an answer may be under way, and with it the pause would be shown on.
  const tell: readonly SendingEffect[] = now.isPaused ? [{ type: 'tell-resumed' }] : [];
  switch (now.phase) {
    case 'waiting':
    case 'checking':
      return [{ ...now, isPaused: false }, tell];
    case 'sending': {
      if (!now.isPaused) return [now, []];
      const [state, effects] = flowing({ ...now, isPaused: false }, now.flow);
      return [state, [...tell, ...effects]];
    }
    case 'interrupted':
      // Whatever the cause was, somebody says that it is over: now only the link is missing.
      return [{ ...now, isPaused: false, cause: 'connection-lost' }, now.step === 'idle' ? [{ type: 'relink' }] : tell];
  }
}

type AskingState = Exclude<UnderwayState, { readonly phase: 'sending' }>;

function asking(now: AskingState, event: SendingEvent): SendingStep {
  const isAsking = now.phase !== 'checking' && now.step === 'asking';
  switch (event.type) {
    case 'known':
      if (!isAsking || now.known.length + event.files.length > now.entries.length) return violation();
      return [{ ...now, known: [...now.known, ...event.files] }, []];
    case 'accepted':
      return isAsking ? accepted(now, event.files, event.have) : violation();
    case 'declined':
      return isAsking ? end({ phase: 'declined' }) : violation();
    case 'unknown':
      if (now.phase !== 'interrupted' || !isAsking) return violation();
      return [{ ...now, phase: 'waiting', step: 'asking', known: [] }, [{ type: 'offer', again: false }]];
    case 'completed':
      // The receiver's last word was lost with the link, or the link while the digests were compared.
      if (now.phase !== 'interrupted') return violation();
      return event.matches ? end({ phase: 'sent' }) : fail('digest-mismatch');
    case 'checked':
      if (now.phase !== 'checking') return [now, []];
      return event.matches ? begin(now, now.files, now.have.blocks) : fail('source-changed');
    case 'stored':
      return violation();
    default:
      return [now, []]; // the last events of a flow that has ended
  }
}

function accepted(now: AskingState, ranges: Ranges, have: Have): SendingStep {
  if (!fits(ranges, now.entries.length)) return violation();
  const files = expand(ranges);
  if (have.blocks > countBlocks(files.flatMap((file) => now.entries[file] ?? []))) return violation();
  if (have.blocks === 0) return begin(now, files, 0);
  const { entries, isPaused, known } = now;
  return [{ phase: 'checking', entries, isPaused, known, files, have }, [{ type: 'check', files, have }]];
}

function duringFlow(now: Flowing, event: SendingEvent): SendingStep {
  const { flow } = now;
  switch (event.type) {
    case 'block-transmitted':
      return flowing(now, { ...flow, queuedBlocks: flow.queuedBlocks - 1 });
    case 'compared':
      return flow.comparing ? compared(now, event.isSame) : [now, []];
    case 'stored':
      if (event.bytes < flow.storedBytes || event.bytes > flow.issuedBytes) return violation();
      return flowing({ ...now, isSilent: false }, { ...flow, storedBytes: event.bytes });
    case 'completed':
      if (flow.at < flow.files.length || flow.queuedBlocks > 0 || flow.storedBytes !== flow.totalBytes)
        return violation();
      return event.matches ? end({ phase: 'sent' }) : fail('digest-mismatch');
    case 'fell-silent':
      return now.isPaused || now.isSilent ? [now, []] : [{ ...now, isSilent: true }, [{ type: 'drop-link' }]];
    case 'checked':
    case 'known':
      return [now, []];
    default:
      return violation();
  }
}

function compared(now: Flowing, isSame: boolean): SendingStep {
  const { flow } = now;
  const file = flow.files[flow.at] ?? 0;
  const known = flow.known.filter(([index]) => index !== file);
  if (!isSame) return flowing(now, { ...flow, known, comparing: false });
  // The receiver copies the file from its own storage, and reports it as stored like any other.
  const issuedBytes = flow.issuedBytes + (now.entries[file]?.size ?? 0);
  return flowing(now, { ...flow, known, comparing: false, at: flow.at + 1, issuedBytes });
}
