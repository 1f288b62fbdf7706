/** Words of the screens about people. */
import type { Forms } from './forms.ts';

export type PersonWords = {
  readonly title: string;
  /** The way to that list. */
  readonly list: string;
  readonly known: string;
  readonly blocked: string;
  readonly nobody: string;
  readonly nobodyHelp: string;
  /** `{date}`. */
  readonly knownSince: string;
  readonly blockedSince: string;
  /** `{name}`: what a known person calls themselves. */
  readonly callsItself: string;
  readonly stranger: string;
  readonly strangerHelp: string;
  /** `{name}`: the label of the known person; `{called}`: what they called themselves. */
  readonly isNotHelp: string;
  /** Nothing is known of this person: the address is old. */
  readonly unknown: string;

  /** What went between the two: the heading of that list. */
  readonly between: string;
  readonly nothingYet: string;
  /** The button for more of it. `#`: how many. */
  readonly earlier: Forms;
  /** `{name}`: the button that saves all of it. */
  readonly saveAllNamed: string;
  /** Before and after what each of the two has sent, for those who do not see the sides. */
  readonly fromYou: string;
  readonly fromThem: string;

  /** Deletes the list of what was sent to this person. */
  readonly forgetSent: string;
  readonly forgetSentHelp: string;
  readonly forgetSentAsk: string;

  /** Deletes all that was said between the two. `{name}`. */
  readonly forgetMessages: string;
  /** `{name}`. */
  readonly forgetMessagesAsk: string;
  /** The storage of this browser has not done it. */
  readonly messagesStay: string;

  /** What is done seldom: opens below. */
  readonly more: string;
  /** `{name}`. */
  readonly notHere: string;
  readonly notHereHelp: string;

  readonly rename: string;
  readonly renameLabel: string;
  readonly renameHint: string;
  readonly forget: string;
  /** Messages go as well. `{name}`. */
  readonly forgetAsk: string;
  readonly block: string;
  readonly unblock: string;
  readonly unblockNamed: string;
  readonly blockedHelp: string;
  readonly no: string;

  readonly unasked: string;
  /** `#`: a number of files. */
  readonly unaskedHelp: Forms;
  /** The browser does not tell how much room is left. `{size}`. */
  readonly unaskedRoom: string;
  readonly never: string;
  /** `{size}`. */
  readonly upTo: string;
};

/** Asked before somebody is blocked. */
export type BlockingWords = {
  /** `{name}`. */
  readonly ask: string;
  readonly yes: string;
  readonly no: string;
};
