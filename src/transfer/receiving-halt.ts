/** How the receiving side stops, for now or for good, and how it resumes. */
import { type Failure, isInterruption } from '../protocol/failure.ts';
import type { Agreement, Receiving, ReceivingEffect, ReceivingEvent, ReceivingStep } from './receiving-state.ts';

/** Phases from which a transfer can still go on. */
export type Underway = Extract<
  Receiving,
  { readonly phase: 'announced' | 'offered' | 'opening' | 'receiving' | 'interrupted' }
>;

export const RELEASE: ReceivingEffect = { type: 'release' };
const DISCARD: ReceivingEffect = { type: 'discard' };

/** The transfer ends in `state`; stored bytes are useless. */
export const stop = (state: Receiving, ...effects: ReceivingEffect[]): ReceivingStep => [
  state,
  [...effects, RELEASE, DISCARD],
];

/** The transfer stops: for now, if something is stored and only circumstances are to blame; otherwise for good. */
export function halt(now: Receiving, cause: Failure, ...effects: ReceivingEffect[]): ReceivingStep {
  if (!('agreement' in now) || !isInterruption(cause)) return stop({ phase: 'failed', reason: cause }, ...effects);
  const isPaused = 'isPaused' in now && now.isPaused;
  return [{ phase: 'interrupted', agreement: now.agreement, isPaused, cause }, [...effects, RELEASE]];
}

/** Halts for a reason on this side, and tells the other side. */
export const fail = (now: Receiving, reason: Failure) => halt(now, reason, { type: 'tell-fail', reason });
/** The sender broke the protocol. */
export const violation = (now: Receiving) => fail(now, 'protocol-violation');

/** Only content can be out of place: an unexpected press, or a repeated message, is not the sender's fault. */
export function unforeseen(now: Underway, event: ReceivingEvent): ReceivingStep {
  switch (event.type) {
    case 'manifest':
    case 'block':
    case 'chunk':
    case 'end':
    case 'same':
    case 'files':
      return violation(now);
    default:
      return [now, []];
  }
}

/**
 * A sender that was told to go on while the two were apart does not repeat that; a sender that is still paused does.
 */
export function reopen(agreement: Agreement): ReceivingStep {
  return [{ phase: 'opening', agreement, isPaused: false }, [{ type: 'open-store', agreement }]];
}
