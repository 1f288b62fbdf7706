/** Every word the app says, as plain data: one object of this type per language. `{name}` marks a place to fill. */
import type { ToldKind } from '../../protocol/signaling.ts';
import type { Path, Phase, WaitingStep } from '../../transfer/view.ts';
import type { WithoutWebRtc } from '../device/no-webrtc.ts';
import type { Connection, SaveResult } from '../model/model.ts';
import type { BothSides, Forms } from './forms.ts';
import type { InboxMessages } from './inbox-messages.ts';

export type Messages = {
  readonly language: string;
  readonly connection: Readonly<Record<Connection, string>>;
  /** What a person can do about it; the other states have a separate screen. */
  readonly connectionHelp: Readonly<Record<'connecting' | 'reconnecting', string>>;
  readonly noInternet: string;
  /** The same, beside the name of the router. */
  readonly withoutInternet: string;
  /** What the tabs are, for screen readers, and the tabs. */
  readonly tabs: string;
  readonly people: string;
  readonly received: string;
  readonly notSavedYet: Forms;
  /** Opens the report of a problem; for keyboards and screen readers. */
  readonly report: string;

  /** Names of the pictures that tell people apart (`mark.ts`). */
  readonly pictures: readonly string[];
  /** A mark in words: its picture and its digits. */
  readonly mark: string;
  readonly yourMark: string;
  /** Somebody within a text. `{name}` and `{mark}`, as above. */
  readonly withMark: string;
  /** Beside a name that resembles another one. */
  readonly alike: string;
  /** Beside somebody who was made sure of. */
  readonly known: string;
  /** Somebody is in a group of the owner of this device. `{name}`. */
  readonly ofGroup: string;
  /** About a stranger whose name is like that of a known person, by whose label `{name}`. */
  readonly notThem: string;
  /** The way to a person's screen. `{name}`. */
  readonly aboutPerson: string;
  /** What a known person calls themselves, behind their label. `{name}`. */
  readonly callsItself: string;

  readonly yourName: string;
  readonly nameLabel: string;
  readonly nameHint: string;
  readonly nameSave: string;
  readonly nameBack: string;

  readonly chooseFiles: string;
  readonly chooseFolder: string;
  readonly dropHint: string;
  readonly dropHere: string;
  readonly nothingThere: string;
  /** Files of a choice that will not be sent. `{names}`: a few of them. */
  readonly unreadable: Forms;
  readonly nameTooLong: Forms;
  readonly emptyFolders: Forms;
  readonly withoutContent: Forms;
  /** `{count}` and `{most}`: with their unit. */
  readonly tooMuch: string;
  readonly letters: Forms;
  readonly looking: string;
  readonly onlyFiles: string;
  readonly tray: string;
  readonly trayLeaving: string;
  readonly remove: string;
  readonly removeAll: string;
  readonly files: Forms;
  readonly count: Readonly<Record<'photos' | 'videos' | 'media', Forms>>;
  /** Photos with the days on which they were taken. `{files}`: how many; `{days}`. */
  readonly dated: string;
  /** From the first day to the last. */
  readonly span: string;
  /** Several files, by the name of the first. */
  readonly firstAndMore: Forms;
  readonly more: Forms;

  readonly devices: string;
  readonly pressToChoose: string;
  readonly pressToSend: string;
  readonly pressSeveral: string;
  readonly several: string;
  readonly send: string;
  readonly selected: Forms;
  /** While files wait to leave that were chosen before their device. */
  readonly pressAlso: string;
  readonly undo: string;
  readonly sendNow: string;
  readonly leavesIn: string;
  /** About devices that are no longer in reach: while files wait, and when they have left without them. */
  readonly leftNow: string;
  readonly missed: string;
  readonly hasLeft: string;
  readonly kind: Readonly<Record<ToldKind, string>>;
  readonly away: string;
  readonly behind: string;
  readonly devicesLater: string;
  readonly moreDevices: Forms;
  readonly nobody: string;
  readonly nobodyHelp: string;
  readonly cannotTransfer: string;
  readonly cannotTransferHelp: Readonly<Record<WithoutWebRtc, string>>;

  readonly outdated: string;
  readonly outdatedHelp: string;
  readonly reload: string;
  readonly replaced: string;
  readonly replacedHelp: string;
  readonly useHere: string;
  readonly shell: ShellMessages;

  readonly incoming: string;
  readonly wantsToSend: string;
  readonly chooseAll: string;
  readonly chooseNone: string;
  readonly nothingStored: string;
  /** For a browser that keeps nothing: before accepting, and afterwards. */
  readonly fleeting: string;
  /** In place of that, while the sender does not answer. */
  readonly senderSilent: string;
  readonly accept: string;
  readonly decline: string;
  readonly waitingOffers: Forms;
  /** Offers of strangers that stand aside. `ask`: how many people. */
  readonly strangers: { readonly ask: Forms } & Readonly<
    Record<'help' | 'look' | 'lookAt' | 'declineAll' | 'later' | 'say', string>
  >;

  readonly transfers: string;
  readonly keepScreenOn: string;
  readonly to: string;
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
  readonly cancel: string;
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
  /** On the bar that leads to a transfer that has just arrived. */
  readonly hasArrived: string;
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

  /** The other address of the same router. */
  readonly secure: Readonly<
    Record<
      | 'title'
      | 'works'
      | 'stays'
      | 'busy'
      | 'go'
      | 'trust'
      | 'expired'
      | 'expiredHelp'
      | 'takeOver'
      | 'takeOverHelp'
      | 'takeOverYes'
      | 'takeOverNo',
      string
    >
  >;
  readonly inbox: InboxMessages;

  /** Read by screen readers, and in the title of the page. */
  readonly sayDeparting: string;
  readonly sayOffer: string;
  readonly saySent: string;
  readonly saySaved: string;
  readonly sayDeclined: string;
  readonly sayEnded: string;
};

/** Words of the app's surroundings on this device. */
export type ShellMessages = {
  readonly away: string;
  readonly about: string;
  readonly wifiOn: string;
  /** With the last router that was reached, and when none is known. */
  readonly join: string;
  readonly joinAny: string;
  readonly comeBack: string;
  readonly keptHere: string;
  readonly newVersion: string;
  readonly partMissing: string;
  readonly install: string;
  readonly installHelp: string;
  readonly installByHand: string;
  readonly installByHandHelp: string;
  readonly tellMe: string;
  readonly tellMeHelp: string;
  readonly sharedText: string;
  /** About files that the person may have shared, or a foreign page may have put there. */
  readonly sharedHere: string;
  readonly sharedByPage: string;
  readonly sharedHelp: string;
  readonly sharedUse: string;
  readonly sharedDrop: string;
  readonly shareLost: string;
  readonly turnedAway: Readonly<Record<'title' | 'no-socket' | 'crowded', string>>;
  readonly siteData: Readonly<Record<'refused' | 'refusedHelp' | 'silent' | 'silentHelp', string>>;
};
