/** Words about files that the person may have shared, or a foreign page may have put there. */

export type SharedWords = {
  readonly title: string;
  readonly byPage: string;
  readonly help: string;
  readonly use: string;
  readonly drop: string;
};
