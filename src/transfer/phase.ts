/** The phases on the screen for the states of both machines. */
import type { Failure } from '../protocol/failure.ts';
import type { Receiving } from './receiving.ts';
import type { Sending } from './sending.ts';
import type { Phase, WaitingStep } from './view.ts';

/** Causes that mean a lost link, or one that was never made. */
const ABSENCE: readonly Failure[] = ['connection-lost', 'peer-left', 'unreachable', 'no-path'];

/** True if the transfer has stopped because of one of the sender's files. */
export function failsForAFile(phase: Phase): boolean {
  if (phase.phase === 'interrupted') return phase.cause === 'source-unreadable';
  return phase.phase === 'failed' && (phase.reason === 'source-unreadable' || phase.reason === 'source-changed');
}

/** The phase for a sending state. */
export function sendingPhase(state: Sending): Phase {
  switch (state.phase) {
    case 'waiting':
      return { phase: state.phase, step: waitingStep(state) };
    case 'checking':
      return { phase: 'waiting', step: 'comparing' };
    case 'sending':
      if (state.isPaused) return { phase: 'paused' };
      return state.isSilent ? { phase: 'interrupted', cause: 'no-answer' } : { phase: state.phase };
    case 'interrupted':
      if (state.isPaused) return { phase: 'paused' };
      return { phase: state.phase, cause: state.cause };
    case 'failed':
      return { phase: state.phase, reason: state.reason };
    case 'cancelled':
      return { phase: state.phase, by: state.by };
    default:
      return { phase: state.phase };
  }
}

function waitingStep({ step, isUnheeded }: Extract<Sending, { readonly phase: 'waiting' }>): WaitingStep {
  if (step === 'held') return step;
  if (isUnheeded) return step === 'asking' ? 'stuck' : 'unheeded';
  return step === 'asking' ? 'connecting' : step;
}

/** The phase for a receiving state; `undefined` for an offer, which is a dialog and not yet a row in the list. */
export function receivingPhase(state: Receiving): Phase | undefined {
  switch (state.phase) {
    case 'announced':
    case 'offered':
      return undefined;
    case 'opening':
      return { phase: 'waiting', step: 'starting' };
    case 'verifying':
      return { phase: 'receiving' };
    case 'receiving':
      if (state.isPaused) return { phase: 'paused' };
      if (state.sender === 'due') return { phase: 'waiting', step: 'starting' };
      return state.sender === 'silent' ? { phase: 'interrupted', cause: 'no-answer' } : { phase: state.phase };
    case 'interrupted':
      return { phase: state.phase, cause: state.cause };
    case 'failed':
      // Nobody agreed to it, or it would be interrupted: the sender went away while the person here was being asked.
      if (ABSENCE.includes(state.reason)) return { phase: 'cancelled', by: 'absence' };
      return { phase: state.phase, reason: state.reason };
    case 'cancelled':
      return { phase: state.phase, by: state.by };
    default:
      return { phase: state.phase };
  }
}
