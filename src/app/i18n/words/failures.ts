/** Why a transfer did not end well, or has stopped for now. */
import type { Failure, Interruption } from '../../../protocol/failure.ts';
import type { BothSides } from './forms.ts';

export type FailureWords = {
  readonly failure: Readonly<Record<Failure, BothSides>>;
  /** For a transfer that has stopped for now: what happens next, and what a person can do. */
  readonly interruption: Readonly<Record<Interruption | 'no-answer', BothSides>>;
};
