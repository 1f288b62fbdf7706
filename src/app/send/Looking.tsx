/**
 * Files that are still examined. If what examines them never comes, the person sees what this page holds, so it comes with
 * the first screen.
 */
import { useText } from '../i18n/context.ts';
import { shownName } from '../model/shown-name.ts';
import type { Choosing } from './choosing.ts';

/** So many names fit into two lines. */
const NAMES = 3;

export function Looking({ choosing }: { choosing: Pick<Choosing, 'isLooking' | 'unexamined'> }) {
  const { words, format } = useText();
  if (!choosing.isLooking.value) return null;
  const files = choosing.unexamined.value;
  const names = files.slice(0, NAMES).map(({ path }) => shownName(path));
  const more = files.length - names.length;
  return (
    <p class="looking" role="status">
      {words.looking}{' '}
      <span class="figures">{format.list(more > 0 ? [...names, format.count(words.more, more)] : names)}</span>
    </p>
  );
}
