/** Words of "forget everything". */
import type { Forms } from './forms.ts';

export type ForgetWords = {
  readonly button: string;
  readonly buttonHelp: string;

  readonly title: string;
  readonly where: string;
  readonly lost: string;
  /** Received files that may be nowhere else, and those that are elsewhere. */
  readonly unsaved: Forms;
  readonly saved: Forms;
  /** The page does not know what is kept: another one does. */
  readonly receivedUnknown: string;
  readonly underWay: Forms;
  readonly unsent: string;
  /** Everybody of whom something is kept: known and blocked. */
  readonly people: Forms;
  readonly groups: Forms;
  /** Messages, posts, and what is carried. */
  readonly words: string;
  /** The name stands in the gap. */
  readonly name: string;
  readonly app: string;
  readonly stays: string;
  readonly staying: readonly string[];
  readonly yes: string;
  readonly no: string;

  readonly removing: string;
  readonly removingHelp: string;
  readonly done: string;
  readonly doneHelp: string;
  readonly notAll: string;
  readonly left: Readonly<Record<'databases' | 'worker' | 'texts' | 'files' | 'caches', string>>;
  readonly leftHelp: string;
  readonly afterwards: string;
  readonly again: string;
  readonly begin: string;
};
