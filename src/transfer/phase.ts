/** What the states of both machines are called on the screen. */
import type { Receiving } from './receiving.ts';
import type { Sending } from './sending.ts';
import type { Phase } from './view.ts';

/** The word for a sending state. */
export function sendingPhase(state: Sending): Phase {
  switch (state.phase) {
    case 'checking':
      return { phase: 'waiting' };
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

/** The word for a receiving state; none for an offer, which is a dialog and not yet a line in the list. */
export function receivingPhase(state: Receiving): Phase | undefined {
  switch (state.phase) {
    case 'announced':
    case 'offered':
      return undefined;
    case 'opening':
    case 'verifying':
      return { phase: 'receiving' };
    case 'receiving':
      if (state.isPaused) return { phase: 'paused' };
      return state.isSilent ? { phase: 'interrupted', cause: 'no-answer' } : { phase: state.phase };
    case 'interrupted':
      return { phase: state.phase, cause: state.cause };
    case 'failed':
      return { phase: state.phase, reason: state.reason };
    case 'cancelled':
      return { phase: state.phase, by: state.by };
    default:
      return { phase: state.phase };
  }
}
