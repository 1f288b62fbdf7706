/**
 * The sending side while bytes flow: how far it may read ahead and run ahead, and what the receiver reports as stored.
 */
import { MAX_BUNDLE_BYTES, WINDOW_BYTES } from '../protocol/limits.ts';
import type { ManifestEntry } from '../protocol/peer.ts';
import { fitsBundle, longestBundle } from './bundle.ts';
import { totalBytes } from './manifest.ts';
import { blockLength, type Place, seek } from './plan.ts';
import { end, fail, violation } from './sending-end.ts';
import type { Asking, Outflow, Sending, SendingEffect, SendingEvent, SendingStep, Underway } from './sending-state.ts';

/** Blocks that may be read and waiting for the channel: enough that reading, hashing and sending overlap. */
export const READ_AHEAD_BLOCKS = 6;
/**
 * Bundles that may: to open small files takes longer than to send them, and together these are less than half a window.
 */
export const READ_AHEAD_BUNDLES = 32;

/** Asks for as many further blocks and bundles as read-ahead and window allow. */
function pump(entries: readonly ManifestEntry[], start: Outflow): readonly [Outflow, readonly SendingEffect[]] {
  const effects: SendingEffect[] = [];
  let flow = start;
  for (let next = request(entries, flow); next; next = request(entries, flow)) {
    flow = next[0];
    effects.push(next[1]);
  }
  return [flow, effects];
}

/** The next request; `undefined` when there is none, or its time has not come. */
function request(entries: readonly ManifestEntry[], flow: Outflow): readonly [Outflow, SendingEffect] | undefined {
  if (flow.comparison === 'running' || flow.at >= flow.files.length) return undefined;
  const file = flow.files[flow.at] ?? 0;
  const size = entries[file]?.size ?? 0;
  const root = knownRoot(flow, flow.at);
  if (root === undefined && flow.offset === 0 && fitsBundle(size)) return requestBundle(entries, flow);
  const length = blockLength(size, flow.offset);
  if (flow.queuedBlocks >= READ_AHEAD_BLOCKS || roomIn(flow) < length) return undefined;
  if (root !== undefined)
    return [
      { ...flow, comparison: 'running' },
      { type: 'compare', at: flow.at, file, root },
    ];
  const last = flow.offset + length === size;
  const next: Outflow = {
    ...flow,
    at: last ? flow.at + 1 : flow.at,
    offset: last ? 0 : flow.offset + length,
    queuedBlocks: flow.queuedBlocks + 1,
    issuedBytes: flow.issuedBytes + length,
    comparison: 'none',
  };
  return [next, { type: 'transmit', at: flow.at, file, offset: flow.offset, length, last }];
}

function requestBundle(
  entries: readonly ManifestEntry[],
  flow: Outflow,
): readonly [Outflow, SendingEffect] | undefined {
  // Where there is less room, something is under way, and when that is stored a whole bundle can follow.
  if (flow.queuedBlocks >= READ_AHEAD_BUNDLES || roomIn(flow) < MAX_BUNDLE_BYTES) return undefined;
  const { at } = flow;
  const { count, bytes } = longestBundle(at, (next) => {
    const file = flow.files[next];
    return file === undefined || knownRoot(flow, next) !== undefined ? undefined : entries[file]?.size;
  });
  const next: Outflow = {
    ...flow,
    at: at + count,
    queuedBlocks: flow.queuedBlocks + 1,
    issuedBytes: flow.issuedBytes + bytes,
    comparison: 'none',
  };
  return [next, { type: 'transmit-bundle', at, files: flow.files.slice(at, at + count) }];
}

/** Bytes that may be requested now. */
const roomIn = ({ issuedBytes, storedBytes }: Outflow): number => WINDOW_BYTES - (issuedBytes - storedBytes);

/** The root of the file at `at` in the receiver's earlier copy, if that must still be compared. */
function knownRoot(flow: Outflow, at: number): string | undefined {
  if (at === flow.at && (flow.offset > 0 || flow.comparison === 'differs')) return undefined;
  return flow.known.get(flow.files[at] ?? 0);
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
    known: new Map(now.known),
    comparison: 'none',
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
      return flow.comparison === 'running' ? compared(now, event.isSame) : [now, []];
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
  if (!isSame) return flowing(now, { ...flow, comparison: 'differs' });
  // The receiver copies the file from its own storage, and reports it as stored like any other.
  const issuedBytes = flow.issuedBytes + (now.entries[flow.files[flow.at] ?? 0]?.size ?? 0);
  return flowing(now, { ...flow, comparison: 'none', at: flow.at + 1, issuedBytes });
}
