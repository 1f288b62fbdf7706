/** Words of the warning about a device that did not prove who it is. */
import type { NotProven } from '../../model/model.ts';
import type { Forms } from './forms.ts';

export type WarningWords = {
  /** `{name}`: somebody, as they are shown elsewhere. */
  readonly title: Readonly<Record<NotProven['cause'], string>>;
  /** How many more devices are not shown. */
  readonly more: Forms;
  /** Below the title. */
  readonly what: Readonly<Record<NotProven['cause'], string>>;
  /** What always holds. */
  readonly nothing: string;
  readonly todo: Readonly<Record<NotProven['cause'], readonly string[]>>;
  readonly read: string;
};
