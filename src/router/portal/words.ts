/** What the welcome page says, as a type: each language is one object of it (src/router/languages). */

/** Titles may break at a bar, because not every browser can find Japanese phrases. */
export type PortalWords = {
  readonly title: string;
  readonly why: string;
  /** Why the app does not open in a captive window. */
  readonly notHere: string;
  /** The first step, which is also the text of the link. */
  readonly agree: string;
  /** iPhone, iPad, Mac: how their window closes. */
  readonly apple: string;
  readonly android: string;
  readonly open: string;
  /** The title after the link was pressed. */
  readonly next: string;
  /** The link to the app, where the page is in a real browser. */
  readonly enter: string;
  /** For clients that asked under a foreign name. `{option}` is how a program is told the name. */
  readonly otherName: string;
  /** All of it in a sentence or two, where another language is shown in full. */
  readonly short: string;
};
