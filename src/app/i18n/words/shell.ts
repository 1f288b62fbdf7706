/** Words of the app's surroundings on this device: part of the first screen. */

export type ShellWords = {
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
