/** Words of the app's surroundings on this device: part of the first screen. */

export type ShellWords = {
  readonly newVersion: string;
  readonly partMissing: string;
  readonly sharedText: string;
  /** About files that the person may have shared, or a foreign page may have put there. */
  readonly sharedHere: string;
  readonly sharedByPage: string;
  readonly sharedHelp: string;
  readonly sharedUse: string;
  readonly sharedDrop: string;
  readonly shareLost: string;
};
