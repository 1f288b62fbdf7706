/**
 * The sending side of one transfer as a value: `(state, event) -> [state, effects]`. It knows no channel, file or clock.
 * What is sent is bounded twice: few blocks are read ahead, and the blocks asked for never run more than
 * `WINDOW_BYTES` ahead of what the receiver reports as stored.
 */
import type { Failure } from '../protocol/failure.ts';
import { WINDOW_BYTES } from '../protocol/limits.ts';
import type { ManifestEntry, Ranges } from '../protocol/peer.ts';
import { blockLength, totalBytes } from './manifest.ts';
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
};

export type Sending =
  | { readonly phase: 'waiting'; readonly entries: readonly ManifestEntry[]; readonly step: 'connecting' | 'asking' }
  | { readonly phase: 'sending'; readonly entries: readonly ManifestEntry[]; readonly flow: Outflow }
  | { readonly phase: 'sent' }
  | { readonly phase: 'declined' }
  | { readonly phase: 'cancelled'; readonly by: 'me' | 'peer' }
  | { readonly phase: 'interrupted'; readonly cause: Failure }
  | { readonly phase: 'failed'; readonly reason: Failure };

export type SendingEvent =
  | { readonly type: 'link-opened' }
  /** No connection came about, or it is gone. */
  | { readonly type: 'link-lost'; readonly cause: Failure }
  | { readonly type: 'accepted'; readonly files: Ranges }
  | { readonly type: 'declined' }
  /** A block asked for by `transmit` was handed to the channel. */
  | { readonly type: 'block-transmitted' }
  | { readonly type: 'source-failed'; readonly reason: Failure }
  | { readonly type: 'stored'; readonly bytes: number }
  /** The receiver has everything; `matches`: its root digest is ours. */
  | { readonly type: 'completed'; readonly matches: boolean }
  | { readonly type: 'cancel-pressed' }
  | { readonly type: 'peer-cancelled' }
  | { readonly type: 'peer-failed'; readonly reason: Failure };

export type SendingEffect =
  /** Send the offer and the manifest. */
  | { readonly type: 'offer' }
  /** Read, hash and send one block, in the order of effects; with `last`, end the file after it. Empty files have only an end. */
  | {
      readonly type: 'transmit';
      readonly file: number;
      readonly offset: number;
      readonly length: number;
      readonly last: boolean;
    }
  | { readonly type: 'tell-cancel' }
  | { readonly type: 'tell-fail'; readonly reason: Failure }
  /** Nothing more will be sent: drop what is read ahead and let go of the link. */
  | { readonly type: 'release' };

export type SendingStep = readonly [Sending, readonly SendingEffect[]];

export function startSending(entries: readonly ManifestEntry[]): Sending {
  return { phase: 'waiting', entries, step: 'connecting' };
}

export function hasEnded(state: { readonly phase: string }): boolean {
  return ['sent', 'saved', 'declined', 'cancelled', 'failed', 'interrupted'].includes(state.phase);
}

const RELEASE: SendingEffect = { type: 'release' };
const end = (state: Sending, ...effects: SendingEffect[]): SendingStep => [state, [...effects, RELEASE]];
const fail = (reason: Failure): SendingStep => end({ phase: 'failed', reason }, { type: 'tell-fail', reason });

/** Storage that is full and paths that break are not the transfer's fault: what is stored stays good. */
export function isInterruption(failure: Failure): boolean {
  return ['connection-lost', 'peer-left', 'storage-full'].includes(failure);
}

/** Asks for as many further blocks as read-ahead and window allow. */
function pump(entries: readonly ManifestEntry[], start: Outflow): readonly [Outflow, readonly SendingEffect[]] {
  const effects: SendingEffect[] = [];
  let flow = start;
  while (flow.at < flow.files.length && flow.queuedBlocks < READ_AHEAD_BLOCKS) {
    const file = flow.files[flow.at] ?? 0;
    const size = entries[file]?.size ?? 0;
    const length = blockLength(size, flow.offset);
    if (flow.issuedBytes + length - flow.storedBytes > WINDOW_BYTES) break;
    const last = flow.offset + length === size;
    effects.push({ type: 'transmit', file, offset: flow.offset, length, last });
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

function flowing(entries: readonly ManifestEntry[], flow: Outflow): SendingStep {
  const [next, effects] = pump(entries, flow);
  return [{ phase: 'sending', entries, flow: next }, effects];
}

function begin(entries: readonly ManifestEntry[], ranges: Ranges): SendingStep {
  if (!fits(ranges, entries.length)) return fail('protocol-violation');
  const files = expand(ranges);
  const accepted = files.map((file) => entries[file] ?? { size: 0 });
  return flowing(entries, {
    files,
    totalBytes: totalBytes(accepted),
    at: 0,
    offset: 0,
    queuedBlocks: 0,
    issuedBytes: 0,
    storedBytes: 0,
  });
}

/** One step of the sending side. Events that mean nothing in a state leave it as it is. */
export function sending(now: Sending, event: SendingEvent): SendingStep {
  if (now.phase !== 'waiting' && now.phase !== 'sending') return [now, []];
  switch (event.type) {
    case 'cancel-pressed':
      return end({ phase: 'cancelled', by: 'me' }, { type: 'tell-cancel' });
    case 'peer-cancelled':
      return end({ phase: 'cancelled', by: 'peer' });
    case 'peer-failed':
      return end(
        isInterruption(event.reason)
          ? { phase: 'interrupted', cause: event.reason }
          : { phase: 'failed', reason: event.reason },
      );
    case 'source-failed':
      return fail(event.reason);
    case 'link-lost':
      return end(
        now.phase === 'sending' && isInterruption(event.cause)
          ? { phase: 'interrupted', cause: event.cause }
          : { phase: 'failed', reason: event.cause },
      );
    case 'link-opened':
      if (now.phase !== 'waiting' || now.step !== 'connecting') return [now, []];
      return [{ ...now, step: 'asking' }, [{ type: 'offer' }]];
    case 'declined':
      return now.phase === 'waiting' ? end({ phase: 'declined' }) : fail('protocol-violation');
    case 'accepted':
      return now.phase === 'waiting' && now.step === 'asking'
        ? begin(now.entries, event.files)
        : fail('protocol-violation');
    default:
      return now.phase === 'sending' ? duringFlow(now.entries, now.flow, event) : fail('protocol-violation');
  }
}

type FlowEvent = Extract<SendingEvent, { readonly type: 'block-transmitted' | 'stored' | 'completed' }>;

function duringFlow(entries: readonly ManifestEntry[], flow: Outflow, event: FlowEvent): SendingStep {
  switch (event.type) {
    case 'block-transmitted':
      return flowing(entries, { ...flow, queuedBlocks: flow.queuedBlocks - 1 });
    case 'stored':
      if (event.bytes < flow.storedBytes || event.bytes > flow.issuedBytes) return fail('protocol-violation');
      return flowing(entries, { ...flow, storedBytes: event.bytes });
    case 'completed':
      if (flow.at < flow.files.length || flow.queuedBlocks > 0 || flow.storedBytes !== flow.totalBytes)
        return fail('protocol-violation');
      return event.matches ? end({ phase: 'sent' }) : fail('digest-mismatch');
  }
}
