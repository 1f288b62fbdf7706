/** Words of the inbox: received files, and what can be done with them. Four of them are on the first screen. */
import type { Forms } from './forms.ts';

export type InboxWords = {
  readonly title: string;
  /** `{files}`: how many; `{size}`. */
  readonly sum: string;
  readonly unfinished: string;
  readonly deleted: string;
  readonly back: string;
  readonly empty: string;
  readonly emptyHelp: string;
  readonly gone: string;
  readonly stays: string;
  /** The browser has not promised to keep them. */
  readonly mayGo: string;
  /** Safari's rule for sites that are not on the home screen (WebKit blog, March 2020). */
  readonly mayGoSoon: string;
  /**
   * Where a received file is: the only three words for it, on every screen. `saved`: this app wrote it there itself, or the
   * person said so. `onlyHere`: nobody has tried to save it. `arrived`: it was given to the browser, which does not say what
   * became of it, so that no more is known.
   */
  readonly where: Readonly<Record<'arrived' | 'saved' | 'onlyHere', string>>;
  readonly today: string;
  readonly yesterday: string;
  readonly chooseSeveral: string;
  readonly endChoosing: string;
  /** Files, of all that is chosen. */
  readonly chosen: Forms;
  readonly someSaved: string;
  readonly savingSome: string;
  readonly arrived: string;
  readonly expires: string;
  readonly askUnfinished: string;

  readonly storage: string;
  readonly allowed: string;
  readonly short: string;
  readonly shortHelp: string;

  readonly remove: string;
  readonly removeNamed: string;
  readonly removeAll: string;
  readonly removeSaved: string;
  readonly removeSavedHelp: string;
  /** Asked before something goes into the trash, and before it goes for good. */
  readonly ask: { readonly saved: string; readonly unsaved: Forms };
  readonly askPurge: { readonly saved: string; readonly unsaved: Forms };
  readonly deletedHelp: string;
  readonly deletedNone: string;
  readonly goes: string;
  readonly undo: string;
  readonly undoNamed: string;
  readonly purge: string;
  readonly purgeHelp: string;

  readonly share: string;
  readonly preview: string;
  readonly openPdf: string;
  readonly pdfHelp: string;
  readonly pdfNoViewer: string;
  readonly cannotShow: string;
  readonly pictureTooLarge: string;
  readonly showPicture: string;
  readonly showPictureHelp: string;
  readonly unreadable: string;
  readonly beginning: string;
  readonly encoding: string;
  readonly picture: string;
};
