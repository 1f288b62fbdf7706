/** What the poster says, as a type: each language is one object of it (src/router/languages). */

export type PosterWords = {
  readonly title: string;
  /** One for each picture. The last one names the app's button, as that language calls it. */
  readonly steps: readonly [string, string, string, string];
  /** No Internet; a captive window and its button, as the welcome page calls it. */
  readonly notes: readonly [string, string];
  /** Before what is to be typed. */
  readonly labels: {
    readonly network: string;
    readonly password: string;
    readonly noPassword: string;
    readonly address: string;
  };
  /** Above the sheet, for whoever prints it. */
  readonly printing: {
    readonly wall: string;
    readonly handOut: string;
    readonly print: string;
    /** Before the languages that may stand beside Japanese. */
    readonly beside: string;
  };
};
