/** Words about files that were chosen: what is left out, what they are called together, and that they are about to leave. */
import type { Forms } from './forms.ts';

export type ChoiceWords = {
  readonly nothingThere: string;
  /** Files of a choice that will not be sent. `{names}`: a few of them. */
  readonly unreadable: Forms;
  readonly nameTooLong: Forms;
  readonly emptyFolders: Forms;
  readonly withoutContent: Forms;
  /** `{count}` and `{most}`: files or bytes, with their unit. */
  readonly tooMuch: string;
  /** A sentence of its own: in few languages letters can stand where files do, and nobody counts millions of them. */
  readonly namesTooMuch: string;
  readonly count: Readonly<Record<'photos' | 'videos' | 'media', Forms>>;
  /** Photos with the days on which they were taken. `{files}`: how many; `{days}`. */
  readonly dated: string;
  /** From the first day to the last. */
  readonly span: string;
  /** Several files, by the name of the first. */
  readonly firstAndMore: Forms;
  /** What is chosen, while it waits for a device and while it can be undone. */
  readonly onlyFiles: string;
  readonly tray: string;
  readonly trayLeaving: string;
  /** `{name}`. */
  readonly remove: string;
  readonly removeAll: string;
  /** Opens the list of what is chosen, and closes it. */
  readonly lookAtFiles: string;
  readonly trayDone: string;
  /** Marks everybody, or everybody at one router. `{place}`. */
  readonly everybody: string;
  readonly allOf: string;
  readonly selected: Forms;
  readonly send: string;
  readonly undo: string;
  readonly sendNow: string;
  readonly leavesIn: string;
  /** About devices that are no longer in reach: while files wait, and when they have left without them. */
  readonly leftNow: string;

  /** Read by screen readers, and in the title of the page. */
  readonly sayDeparting: string;
  /** A text was pasted or dropped. `{name}`: of the file that holds it now. */
  readonly madeOfText: string;
  /** Some names of many. `{names}`; `#`: how many more there are. */
  readonly namesAndMore: Forms;
  /** To how many, and who they are. `{names}`. */
  readonly toPeople: Forms;
  /** Opens a field for a line that goes with the files; and what the field is for. */
  readonly addNote: string;
  readonly note: string;

  /** The field for the own name, and its buttons. */
  readonly nameLabel: string;
  readonly nameHint: string;
  readonly nameSave: string;
  readonly nameBack: string;

  /** They had left before anything was sent to them. `{names}`. */
  readonly missed: string;
  /** Devices in reach that are not in the list. */
  readonly moreDevices: Forms;
  /** What another app has shared could not be kept. */
  readonly shareLost: string;
  readonly dropHere: string;
  /** What to do in the mode "several", and while files wait to leave that were chosen before their device. */
  readonly pressSeveral: string;
  readonly pressAlso: string;
};
