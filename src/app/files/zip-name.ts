/** The name of a zip of received files: that of their folder, or the sender's name here and the date. */
import { safePaths } from '../../transfer/safe-path.ts';
import type { TransferView } from '../../transfer/view.ts';

/** The first year that a correct clock can show here: this program is no older. */
const FIRST_YEAR = 2026;
const LAST_YEAR = 9999;

/** `from`: what the sender is called here. */
export function zipName({ contents, title, kept }: TransferView, from: string): string {
  const name = contents === 'named' ? title : [from.trim() || title, ...day(kept?.at)].join(' ');
  // No folder in it, and nothing that a file system refuses.
  const [safe = ''] = safePaths([`${name.replaceAll('/', '_')}.zip`]);
  return safe;
}

/**
 * The local date, in a form that sorts by name; nothing when the clock is plainly wrong (a phone whose battery ran
 * out).
 */
function day(at: number | undefined): readonly string[] {
  const date = new Date(at ?? Number.NaN);
  const year = date.getFullYear();
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return [];
  const two = (value: number) => String(value).padStart(2, '0');
  return [`${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`];
}
