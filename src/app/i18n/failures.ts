/** Why a transfer did not end well, or has stopped for now, in every language: these words come late, with the transfers. */
import type { Failure, Interruption } from '../../protocol/failure.ts';
import { en } from './failures-en.ts';
import { ja } from './failures-ja.ts';
import type { BothSides } from './forms.ts';
import type { LanguageTag } from './language.ts';

export type FailureMessages = {
  readonly failure: Readonly<Record<Failure, BothSides>>;
  /** For a transfer that has stopped for now: what happens next, and what a person can do. */
  readonly interruption: Readonly<Record<Interruption | 'no-answer', BothSides>>;
};

export const failureWords: Readonly<Record<LanguageTag, FailureMessages>> = { en, ja };
