/**
 * The sending side while bytes flow: how far it may read ahead and run ahead, and what the receiver reports as stored.
 */
import { WINDOW_BYTES } from '../protocol/limits.ts';
import type { ManifestEntry } from '../protocol/peer.ts';
import { totalBytes } from './manifest.ts';
import { blockLength, type Place, seek } from './plan.ts';
import { end, fail, violation } from './sending-end.ts';
import type { Asking, Outflow, Sending, SendingEffect, SendingEvent, SendingStep, Underway } from './sending-state.ts';

/** Blocks that may be read and waiting for the channel: enough that reading, hashing and sending overlap. */
export const READ_AHEAD_BLOCKS = 6;

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

export type Flowing = Extract<Sending, { readonly phase: 'sending' }>;

/** Continues with `flow`, unless it is paused. */
export function flowing(now: Flowing, flow: Outflow): SendingStep {
  const [next, effects] = now.isPaused ? [flow, []] : pump(now.entries, flow);
  return [{ ...now, flow: next }, effects];
}

/** The receiver wants `files` and has their first `blocks` blocks: the rest is sent. */
export function begin(now: Underway & Asking, files: readonly number[], blocks: number): SendingStep {
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

/** One step in phase `sending`, for events that have a meaning only there. */
export function duringFlow(now: Flowing, event: SendingEvent): SendingStep {
  const { flow } = now;
  switch (event.type) {
    case 'block-transmitted':
      return flowing(now, { ...flow, queuedBlocks: flow.queuedBlocks - 1 });
    case 'compared':
      return flow.comparing ? compared(now, event.isSame) : [now, []];
    case 'stored':
      if (event.bytes < flow.storedBytes || event.bytes > flow.issuedBytes) return violation();
      if (event.bytes === flow.storedBytes && !now.isSilent) return [now, []];
      return flowing({ ...now, isSilent: false }, { ...flow, storedBytes: event.bytes });
    case 'completed':
      if (flow.at < flow.files.length || flow.queuedBlocks > 0 || flow.storedBytes !== flow.totalBytes)
        return violation();
      return event.matches ? end({ phase: 'sent' }) : fail('digest-mismatch');
    case 'fell-silent':
      return now.isPaused || now.isSilent ? [now, []] : [{ ...now, isSilent: true }, [{ type: 'drop-link' }]];
    case 'checked':
    case 'known':
    case 'wanted':
    case 'noticed':
    case 'went-unheeded':
    case 'heard-again':
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
