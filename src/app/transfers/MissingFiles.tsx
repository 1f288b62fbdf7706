/** Which files must still be found before a transfer can go on, by the names under which a person looks for them. */
import type { MissingFiles as Missing } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { isolated } from '../model/shown-name.ts';

export function MissingFiles({ missing }: { missing: Missing }) {
  const { words, format } = useLateText();
  const { count, names, changed } = missing;
  const list = (of: readonly string[]) => of.map(isolated).join(', ');
  return (
    <div class="missing" aria-live="polite">
      <p>{fill(format.count(words.stillMissing, count), { names: list(names) })}</p>
      {changed.length > 0 && <p>{fill(words.changedSince, { names: list(changed) })}</p>}
    </div>
  );
}
