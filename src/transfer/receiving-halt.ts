/** How the receiving side stops, for now or for good, and how it begins again. */
import { type Failure, isInterruption } from '../protocol/failure.ts';
import type { Agreement, Receiving, ReceivingEffect, ReceivingEvent, ReceivingStep } from './receiving-state.ts';

/** Phases from which a transfer can still go on. */
export type Underway = Extract<
  Receiving,
  { readonly phase: 'announced' | 'offered' | 'opening' | 'receiving' | 'interrupted' }
>;

export const RELEASE: ReceivingEffect = { type: 'release' };
const DISCARD: ReceivingEffect = { type: 'discard' };

/** The transfer ends in `state`; what was stored is of no use. */
export const stop = (state: Receiving, ...effects: ReceivingEffect[]): ReceivingStep => [
  state,
  [...effects, RELEASE, DISCARD],
];

/** The transfer does not go on: for now, where something is stored and only the circumstances are to blame; else for good. */
export function halt(now: Receiving, cause: Failure, ...effects: ReceivingEffect[]): ReceivingStep {
  if (!('agreement' in now) || !isInterruption(cause)) return stop({ phase: 'failed', reason: cause }, ...effects);
  const isPaused = 'isPaused' in now && now.isPaused;
  return [{ phase: 'interrupted', agreement: now.agreement, isPaused, cause }, [...effects, RELEASE]];
}

/** Halts for a reason on this side, and says so to the other. */
export const fail = (now: Receiving, reason: Failure) => halt(now, reason, { type: 'tell-fail', reason });
/** The sender did what the protocol does not allow. */
export const violation = (now: Receiving) => fail(now, 'protocol-violation');

/** Only content can be out of place: what a person presses here, or hears twice, is no fault of the sender. */
export function unforeseen(now: Underway, event: ReceivingEvent): ReceivingStep {
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

/** A sender that has been told to go on while the two were apart does not say so; one that is still paused does. */
export function reopen(agreement: Agreement): ReceivingStep {
  return [{ phase: 'opening', agreement, isPaused: false }, [{ type: 'open-store', agreement }]];
}
