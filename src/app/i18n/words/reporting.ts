/** Words around a report; the report itself is in English. */

export type ReportingWords = {
  readonly title: string;
  readonly help: string;
  readonly copy: string;
  readonly copied: string;
  /** For browsers that let no page copy: the text is selected. */
  readonly selected: string;
  readonly close: string;
};
