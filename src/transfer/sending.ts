/**
 * The sending side of one transfer as a value: `(state, event) -> [state, effects]`. It knows no channel, file or
 * clock. Sending has two limits: few blocks are read ahead, and requested blocks never run more than `WINDOW_BYTES`
 * ahead of what the receiver reports as stored. An interrupted transfer is offered again when the devices meet, and
 * continues after the blocks that the receiver has and that still match the files here.
 */
import { type Failure, type Interruption, isInterruption } from '../protocol/failure.ts';
import type { Attention, Have, ManifestEntry, Ranges } from '../protocol/peer.ts';
import { countBlocks } from './plan.ts';
import { expand, fits, joined } from './ranges.ts';
import { end, fail, violation } from './sending-end.ts';
import { begin, duringFlow, flowing } from './sending-flow.ts';
import type { Sending, SendingEffect, SendingEvent, SendingStep, Underway, Unmet } from './sending-state.ts';

export { READ_AHEAD_BLOCKS, READ_AHEAD_BUNDLES } from './sending-flow.ts';
export type * from './sending-state.ts';

export function startSending(entries: readonly ManifestEntry[]): Sending {
  return { phase: 'waiting', entries, step: 'connecting', isUnheeded: false, isPaused: false, known: [] };
}

/** A transfer that an earlier visit to this page did not finish. */
export function resumeSending(entries: readonly ManifestEntry[]): Sending {
  return { phase: 'interrupted', entries, cause: 'connection-lost', step: 'idle', isPaused: false, known: [] };
}

/** Causes that a person must mend first, and then press Resume: otherwise the same would happen again. */
const NEEDS_SOMEBODY: readonly Interruption[] = ['storage-full', 'storage-failed', 'hash-failed', 'page-failed'];

/** True when the receiver has not been reached at all. */
export const isUnmet = (step: Extract<Sending, { readonly phase: 'waiting' }>['step']): step is Unmet =>
  step === 'connecting' || step === 'held';

/** True when the transfer waits only for the other device: it goes on by itself when the two meet. */
export function waitsForPeer(state: Sending): boolean {
  if (state.phase === 'waiting') return isUnmet(state.step);
  return (
    state.phase === 'interrupted' && state.step === 'idle' && !state.isPaused && !NEEDS_SOMEBODY.includes(state.cause)
  );
}

function interrupt({ entries, isPaused }: Underway, cause: Interruption, ...effects: SendingEffect[]): SendingStep {
  return end({ phase: 'interrupted', entries, cause, step: 'idle', isPaused, known: [] }, ...effects);
}

/** One step of the sending side. Events without a meaning in a state leave it unchanged. */
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
      return isInterruption(event.reason)
        ? interrupt(now, event.reason, { type: 'tell-fail', reason: event.reason })
        : fail(event.reason);
    case 'link-opened':
      return opened(now);
    case 'link-lost':
      return lost(now, event.cause);
    case 'met-another':
      // It waits for the right device: an impostor must not be able to end it.
      return now.phase === 'interrupted' ? [{ ...now, cause: 'unproven' }, []] : [now, []];
    case 'held':
      return [now.phase === 'waiting' && isUnmet(now.step) ? { ...now, step: 'held' } : now, []];
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
  if (now.phase === 'waiting' && isUnmet(now.step))
    return [{ ...now, step: 'asking' }, [{ type: 'offer', again: false }]];
  if (now.phase === 'interrupted' && now.step === 'idle')
    return [{ ...now, step: 'asking' }, [{ type: 'offer', again: true }]];
  return [now, []];
}

/** Causes that keep two devices apart for a while, and that do not spoil what was sent before. */
const PASSING: readonly Failure[] = [
  'version-mismatch',
  'busy',
  'no-more-connections',
  'same-address',
  'other-network',
];

/**
 * Before the first connection a failure is reported at once; later the transfer waits for the devices to meet again.
 */
function lost(now: UnderwayState, cause: Failure): SendingStep {
  const neverMet = now.phase === 'waiting' && isUnmet(now.step);
  // An older page at the other side will be reloaded some day, and a crowd goes away: bytes stored there are as good as
  // before.
  if (now.phase === 'interrupted' && (isInterruption(cause) || PASSING.includes(cause)))
    return interrupt(now, now.cause); // a failed attempt to meet again is no news
  if (neverMet || !isInterruption(cause)) return end({ phase: 'failed', reason: cause });
  return interrupt(now, cause);
}

function pause(now: UnderwayState): SendingStep {
  if (now.phase === 'waiting' || now.isPaused) return [now, []];
  return [{ ...now, isPaused: true }, [{ type: 'tell-paused' }]];
}

function resume(now: UnderwayState): SendingStep {
  // Sent also before bytes flow: an answer may be under way, and would show the pause as still on.
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
  const isAsking = isAsked(now);
  switch (event.type) {
    case 'noticed':
      return isAsking ? noticed(now, event.attention) : violation();
    case 'went-unheeded':
    case 'fell-silent':
      return now.phase === 'waiting' && !now.isUnheeded ? [{ ...now, isUnheeded: true }, []] : [now, []];
    case 'heard-again':
      return now.phase === 'waiting' && isOnScreen(now.step) ? [{ ...now, isUnheeded: false }, []] : [now, []];
    case 'known':
      if (!isAsking || now.known.length + event.files.length > now.entries.length) return violation();
      return event.files.length === 0 ? [now, []] : [{ ...now, known: [...now.known, ...event.files] }, []];
    case 'wanted':
      return isAsking ? want(now, event.files) : violation();
    case 'accepted':
      return isAsking ? accepted(now, event.files, event.have) : violation();
    case 'declined':
      return isAsking ? end({ phase: 'declined' }) : violation();
    case 'unknown':
      if (now.phase !== 'interrupted' || !isAsking) return violation();
      return offerAnew(now);
    case 'completed':
      // The receiver's final message was lost with the link, or the link while the digests were compared.
      if (now.phase !== 'interrupted') return violation();
      return event.matches ? end({ phase: 'sent' }) : fail('digest-mismatch');
    case 'checked':
      if (now.phase !== 'checking') return [now, []];
      return event.matches ? begin(now, now.files, now.have.blocks) : fail('source-changed');
    case 'stored':
      // Sent before the receiver knew of the interruption; the offer is on the same link again.
      return now.phase === 'interrupted' && isAsking ? [now, []] : violation();
    default:
      return [now, []]; // late events of a flow that has ended
  }
}

/** True when, as far as this side knows, the offer is with the receiver and has no answer. */
function isAsked(now: AskingState): now is Exclude<AskingState, { readonly phase: 'checking' }> {
  if (now.phase === 'waiting') return !isUnmet(now.step);
  return now.phase === 'interrupted' && now.step === 'asking';
}

/** True when the receiver said that the offer is where a person can see it. */
export function isOnScreen(step: Extract<Sending, { readonly phase: 'waiting' }>['step']): boolean {
  return step === 'ringing' || step === 'seen';
}

/** A receiver that is offered a transfer again may still be asking its person: then nothing has begun. */
function noticed(now: AskingState, attention: Attention): SendingStep {
  const isSame = now.phase === 'waiting' && now.step === attention;
  const isUnheeded = isSame && now.isUnheeded && !isOnScreen(attention);
  if (isSame && isUnheeded === now.isUnheeded) return [now, []];
  const { entries, isPaused, known, wanted } = now;
  return [{ phase: 'waiting', step: attention, isUnheeded, entries, isPaused, known, ...(wanted && { wanted }) }, []];
}

/** Drops everything that the receiver has said before. */
function offerAnew({ entries, isPaused }: Underway): SendingStep {
  return [
    { phase: 'waiting', step: 'asking', isUnheeded: false, entries, isPaused, known: [] },
    [{ type: 'offer', again: false }],
  ];
}

function want(now: AskingState, files: Ranges): SendingStep {
  const wanted = joined(now.wanted ?? [], files);
  return wanted && fits(wanted, now.entries.length) ? [{ ...now, wanted }, []] : violation();
}

function accepted(now: AskingState, rest: Ranges, have: Have): SendingStep {
  const ranges = joined(now.wanted ?? [], rest);
  if (!ranges || !fits(ranges, now.entries.length)) return violation();
  const files = expand(ranges);
  if (have.blocks > countBlocks(files.flatMap((file) => now.entries[file] ?? []))) return violation();
  if (have.blocks === 0) return begin(now, files, 0);
  const { entries, isPaused, known } = now;
  return [{ phase: 'checking', entries, isPaused, known, files, have }, [{ type: 'check', files, have }]];
}
