/** Words of the app's surroundings on this device: part of the first screen. */

export type ShellWords = {
  readonly partMissing: string;
  readonly sharedText: string;
};
