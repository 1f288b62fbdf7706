/** Words of the slim bar and of the sheet about what has arrived. */
import type { Forms } from './forms.ts';

export type OngoingWords = {
  /** `{title}`: "30 photos", or the name of a file. */
  readonly sending: string;
  readonly receiving: string;
  readonly several: Forms;
  readonly keepOn: string;
  /** On the bar: `{title}` has come from `{name}` and waits to be saved. */
  readonly from: string;
  /** The name of the sheet. */
  readonly arrived: string;
  /** On the big button, by what it saves; other files leave as one zip. */
  readonly save: Readonly<Record<'photos' | 'videos' | 'media' | 'files', Forms>>;
  /** The same on the slim bar, where there is room for one word. */
  readonly saveShort: string;
  readonly later: string;
  readonly close: string;
  /** More have arrived, and are shown after this one. */
  readonly more: Forms;
  /** What becomes of it without a press. `{received}`: the tab of that name. */
  readonly stays: string;
};
