/** The receiving side while bytes arrive: every frame must be the next one, and stored bytes are reported. */
import { BLOCK_BYTES, WINDOW_BYTES } from '../protocol/limits.ts';
import { bundleBytes } from './bundle.ts';
import { totalBytes } from './manifest.ts';
import { blockLength } from './plan.ts';
import { reopen, unforeseen, violation } from './receiving-halt.ts';
import type { Inflow, Receiving, ReceivingEffect, ReceivingEvent, ReceivingStep } from './receiving-state.ts';

/**
 * The sender is told after this many bytes, or as soon as nothing is pending: a thousand small files need no thousand
 * messages.
 */
const TELL_BYTES = BLOCK_BYTES / 2;

type Flowing = Extract<Receiving, { readonly phase: 'receiving' }>;

/** One step in phase `receiving`. */
export function flow(now: Flowing, event: ReceivingEvent): ReceivingStep {
  switch (event.type) {
    case 'block':
      return beginBlock(now, event);
    case 'chunk':
      return appendChunk(now, event);
    case 'end':
      return endFile(now, event);
    case 'same':
      return takeKnown(now, event);
    case 'files':
      return takeBundle(now, event);
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
      return [{ ...now, isPaused: true, sender: 'heard' }, []];
    case 'peer-resumed':
      return [{ ...now, isPaused: false }, []];
    case 'pause-pressed':
      return [now, now.isPaused ? [] : [{ type: 'tell-pause' }]];
    case 'resume-pressed':
      return [now, now.isPaused ? [{ type: 'ask-resume' }] : []];
    case 'fell-silent':
      return [{ ...now, sender: now.isPaused ? now.sender : 'silent' }, []];
    default:
      return unforeseen(now, event);
  }
}

/** True if a frame for `file` at `offset` is the next one due. */
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
  // A sender that respects its window never gets here: the window counts from the last bytes it was told of.
  if (begunBytes - now.flow.toldBytes > WINDOW_BYTES) return violation(now);
  return [
    { ...now, sender: 'heard', flow: { ...now.flow, blockEnd: offset + length, begunBytes } },
    [{ type: 'begin-block', at, offset, length, digest: event.digest }],
  ];
}

function appendChunk(now: Flowing, event: Extract<ReceivingEvent, { readonly type: 'chunk' }>): ReceivingStep {
  const { blockEnd, ...between } = now.flow;
  const offset = now.flow.offset + event.payload.length;
  if (!inPlace(now, event) || blockEnd === undefined || offset > blockEnd) return violation(now);
  const append: ReceivingEffect = { type: 'append', payload: event.payload };
  if (offset < blockEnd) return [{ ...now, sender: 'heard', flow: { ...now.flow, offset } }, [append]];
  return [
    { ...now, sender: 'heard', flow: { ...between, offset, pending: between.pending + 1 } },
    [append, { type: 'store-block' }],
  ];
}

function endFile(now: Flowing, event: Extract<ReceivingEvent, { readonly type: 'end' }>): ReceivingStep {
  const { at, blockEnd, pending } = now.flow;
  const size = now.agreement.entries[at]?.size;
  if (!inPlace(now, event) || blockEnd !== undefined || event.offset !== size) return violation(now);
  return [
    { ...now, sender: 'heard', flow: { ...now.flow, at: at + 1, offset: 0, pending: pending + 1 } },
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
      sender: 'heard',
      flow: { ...now.flow, at: at + 1, pending: pending + 1, begunBytes: now.flow.begunBytes + size },
    },
    [{ type: 'copy-file', at, digest: event.digest }],
  ];
}

/** Every claim is checked before anything is done: where the bundle begins, how many files it has, and their sizes. */
function takeBundle(now: Flowing, event: Extract<ReceivingEvent, { readonly type: 'files' }>): ReceivingStep {
  const { file, count, payload } = event;
  const { at, blockEnd, pending } = now.flow;
  const entries = now.agreement.entries.slice(at, at + count);
  const isDue = inPlace(now, { file, offset: 0 }) && blockEnd === undefined;
  if (!isDue || count < 1 || entries.length !== count || bundleBytes(entries) !== payload.length) return violation(now);
  const begunBytes = now.flow.begunBytes + totalBytes(entries);
  if (begunBytes - now.flow.toldBytes > WINDOW_BYTES) return violation(now);
  const next: Inflow = { ...now.flow, at: at + count, pending: pending + 1, begunBytes };
  return [{ ...now, sender: 'heard', flow: next }, [{ type: 'store-bundle', at, count, payload }]];
}

/** After something was stored or checked: tells the sender, and seals when everything is done. */
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
