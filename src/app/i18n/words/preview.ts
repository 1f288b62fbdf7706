/** Words about files that are looked at. */
import type { Forms } from './forms.ts';

export type PreviewWords = {
  /** Names of what is shown, for those who do not see it. `{name}`. */
  readonly video: string;
  readonly sound: string;
  readonly videoNot: string;
  readonly soundNot: string;
  /** It has a picture, which this browser cannot read. */
  readonly onlySound: string;
  readonly heicNot: string;
  /** Below the button that shows a picture whose size is not known. */
  readonly modernHelp: string;

  readonly zip: string;
  readonly zipHelp: string;
  readonly zipEmpty: string;
  readonly zipUnreadable: string;
  readonly zipLocked: string;
  /** `#`: a number of names. */
  readonly zipPart: Forms;
};
