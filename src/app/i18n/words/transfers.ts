/** Words of the list of transfers. */
import type { Path, Phase, WaitingStep } from '../../../transfer/view.ts';
import type { SaveResult } from '../../model/model.ts';
import type { BothSides, Forms } from './forms.ts';

/** The states in which one of several sends can be. */
export type SendPhase = 'sent' | 'sending' | 'waiting' | 'paused' | 'interrupted' | 'declined' | 'cancelled' | 'failed';

export type TransferWords = {
  /** Of the list. */
  readonly transfers: string;
  readonly cancel: string;
  readonly keepScreenOn: string;
  /** `{name}`: one person; `{names}`: several. No forms by number: Filipino asks only whether it is one, and CLDR counts 2 and 3 with it. */
  readonly to: string;
  readonly toSeveral: string;
  readonly from: string;
  readonly phase: Readonly<Record<Phase['phase'], string>>;
  readonly waitingHelp: Readonly<Record<WaitingStep, string>>;
  readonly declinedHelp: BothSides;
  readonly cancelledHelp: Readonly<Record<'me' | 'peer' | 'absence', string>>;
  readonly savedHelp: string;
  readonly fleetingHelp: string;
  readonly arrivedIsKept: string;
  /** `{name}`: the file, one of several. */
  readonly stoppedAt: string;
  readonly path: Readonly<Record<Path, string>>;
  /** For a transfer whose every digest matched; for people who want to know more, the word beside the path. */
  readonly complete: string;
  readonly verified: string;
  /** The state of an offer that this person declined. */
  readonly declinedHere: string;
  readonly progress: string;
  readonly doneOf: string;
  readonly speed: string;
  readonly timeLeft: string;
  readonly pause: string;
  readonly resume: string;
  readonly chooseAgain: string;
  readonly otherFiles: string;
  readonly reopen: string;
  readonly reopenDenied: string;
  readonly reopenGone: string;
  /** `{names}`: a few of them. */
  readonly stillMissing: Forms;
  readonly changedSince: string;
  readonly sendAgain: string;
  readonly saveToDevice: string;
  readonly saveNamed: string;
  readonly saveAll: string;
  readonly saveZip: string;
  readonly saveToFolder: string;
  readonly showFiles: string;
  readonly hide: string;
  readonly dismissYes: string;
  readonly dismissNo: string;
  /** Browsers do not report the result of a download. */
  readonly arrivedAsk: string;
  readonly arrivedYes: string;
  readonly arrivedAgain: string;
  /** Browsers ask before a page may download several files. */
  readonly severalHint: string;
  readonly saveResult: Readonly<Record<Exclude<SaveResult, 'aborted'>, string>>;
  readonly needsFilesHelp: string;
  readonly reopenHelp: string;
  readonly saySent: string;
  readonly saySaved: string;
  readonly sayDeclined: string;
  readonly sayEnded: string;
  readonly acceptedUnasked: string;
  /** Announced when it begins. `{name}`, `{title}`. */
  readonly sayUnasked: string;
  /** What was sent to several people at once. */
  readonly batch: {
    /** So many of the people to whom something is sent are at this point. */
    readonly people: Readonly<Record<SendPhase, Forms>>;
    /** Opens the list of those people. */
    readonly who: string;
    /** The button that ends the transfer to one of them. `{name}`. */
    readonly cancelFor: string;
    /** Announced when nothing moves any more. `{title}`; `{counts}`: the texts of `people`. */
    readonly sayBatch: string;
  };
};
