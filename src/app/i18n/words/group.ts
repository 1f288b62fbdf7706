/** Words of the screen about groups. */

export type GroupWords = {
  readonly title: string;
  /** The way to this screen. */
  readonly list: string;
  /** Beside it, while this device hides. */
  readonly hidden: string;
  readonly none: string;
  readonly noneHelp: string;
  readonly full: string;

  readonly make: string;
  readonly makeHelp: string;
  readonly join: string;
  readonly joinHelp: string;
  readonly name: string;
  readonly nameHint: string;
  /** A first name for a new group. */
  readonly someName: string;
  readonly code: string;
  readonly codeHint: string;
  readonly making: string;
  readonly joining: string;
  /** `{code}`. */
  readonly invited: string;
  readonly invitedHelp: string;
  readonly joinYes: string;
  readonly notNow: string;
  readonly problem: Readonly<Record<'noCode' | 'already' | 'full' | 'missing', string>>;

  /** Everybody in a group sees the same picture and digits. */
  readonly sameMark: string;
  readonly show: string;
  readonly showing: string;
  readonly showHelp: string;
  readonly showWarning: string;
  /** `{code}`. */
  readonly picture: string;
  readonly hide: string;
  readonly rename: string;
  readonly leave: string;
  /** `{name}`. */
  readonly leaveAsk: string;
  readonly leaveHiddenAsk: string;
  readonly no: string;

  readonly visible: string;
  readonly everybody: string;
  readonly onlyGroups: string;
  readonly visibleHelp: string;
};
