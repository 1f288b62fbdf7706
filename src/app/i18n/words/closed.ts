/** Words of "nobody I do not know for an hour". */

export type ClosedWords = {
  readonly close: string;
  readonly help: string;
  /** At the switch, while it is on. `{time}`: until it ends. */
  readonly on: string;
  readonly title: string;
  /** What becomes of the others meanwhile. */
  readonly others: string;
  readonly end: string;
};
