/** Words of messages to a person, and of what this device carries for others. */
import type { Progress } from '../../../bag/api/views.ts';
import type { NotSaid } from '../../model/words.ts';
import type { Forms } from './forms.ts';

/** What helps when a router does not take something. */
export type WhatHelps = 'quota' | 'full' | 'pace' | 'large' | 'gone' | 'removed' | 'other';

export type MessageWords = {
  /** The list of the people with whom messages were exchanged, and the row for those that are new. */
  readonly title: string;
  readonly unread: Forms;
  /** Read by screen readers. `{name}`: who has written. */
  readonly sayNew: string;
  /** The beginning of an own message in a list. `{text}`. */
  readonly mine: string;

  /** The field, and its buttons. */
  readonly write: string;
  readonly send: string;
  readonly attach: string;
  readonly paste: string;
  /** Puts what was chosen for sending into a message. */
  readonly useChosen: string;
  /** What becomes of a message that is sent now. `{name}`. */
  readonly goesNow: string;
  readonly isLeft: string;
  readonly isKept: string;
  /** The browser stores nothing: said where something is written, a message or a post. */
  readonly isNotKept: string;

  /** `{size}`: what there is room for. */
  readonly tooLong: string;
  /** `{name}`: of the file; `{size}`. */
  readonly tooLarge: string;
  /** `#`: at most so many files. */
  readonly tooMany: Forms;
  /** `{size}`: files that are larger go in another way. */
  readonly offered: string;
  readonly notSaid: Readonly<Record<Exclude<NotSaid, 'too-long' | 'file-too-large' | 'too-many-files'>, string>>;

  /** `{days}`, in `undelivered`: as `days` says them. */
  readonly progress: Readonly<Record<Progress, string>>;
  readonly days: Forms;
  readonly help: Readonly<Record<WhatHelps, string>>;
  readonly again: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly open: string;
  /** `{name}`: whose copy stays. */
  readonly removeAsk: string;
  /** `{name}`: of a file. */
  readonly look: string;
  readonly fetching: string;
  readonly nowhere: string;
  /** Parts of one message have come, and others not. */
  readonly lacking: string;
};

export type CarriedWords = {
  readonly title: string;
  readonly letters: Forms;
  readonly posts: Forms;
  /** `{posts}`: how many; `{places}`: the routers where they were written. */
  readonly postsOf: string;
  readonly nothing: string;
  readonly help: string;
  readonly throwAway: string;
  readonly throwAwayAsk: string;
  readonly takes: string;
  readonly takesHelp: string;
};
