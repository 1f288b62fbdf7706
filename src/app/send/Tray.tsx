/**
 * Chosen files that wait for a device: how many, how large, and a way to remove each. The tray stays until the files
 * have left: otherwise the devices below would move under a finger. Those that are still examined have a tray too: if
 * what examines them never comes, the person sees what this page holds.
 */
import { useText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { type Group, groupEntries } from '../model/groups.ts';
import type { ChosenFile } from '../model/model.ts';
import { shownName } from '../model/shown-name.ts';
import { GroupLabel } from '../pieces/GroupLabel.tsx';
import { Icon } from '../pieces/icons.tsx';

const SHOWN_GROUPS = 5;

type Props = {
  files: readonly ChosenFile[];
  /** The files were sent, and can still be undone. */
  isLeaving?: boolean;
  /** Absent while the files are still examined. */
  actions?: { readonly remove: (group: Group) => void; readonly clear: () => void };
};

export function Tray({ files, isLeaving, actions }: Props) {
  const { words, format } = useText();
  const waiting = isLeaving ? words.trayLeaving : words.tray;
  const title = actions ? waiting : words.looking;
  const entries = files.map(({ path, file }) => ({ path, size: file.size }));
  const groups = groupEntries(entries, SHOWN_GROUPS);
  const bytes = entries.reduce((sum, entry) => sum + entry.size, 0);
  return (
    <section class="tray" aria-label={title} role={actions ? undefined : 'status'}>
      <div class="tray-head">
        <h2>{title}</h2>
        <p class="figures">
          {format.count(words.files, files.length)} · {format.bytes(bytes)}
        </p>
      </div>
      <ul class="rows">
        {groups.map((group) => (
          <li key={group.ranges[0]?.[0]} class="row">
            <GroupLabel group={group} />
            {actions && group.kind !== 'rest' && (
              <button
                class="icon-button"
                type="button"
                disabled={isLeaving}
                aria-label={fill(words.remove, { name: shownName(group.name) })}
                onClick={() => actions.remove(group)}
              >
                <Icon name="cross" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {entries.some(({ path }) => path.includes('/')) && <p class="hint">{words.onlyFiles}</p>}
      {actions && groups.length > 1 && (
        <button class="button quiet" type="button" disabled={isLeaving} onClick={actions.clear}>
          {words.removeAll}
        </button>
      )}
    </section>
  );
}
