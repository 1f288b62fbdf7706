/** What is chosen, row by row: a file with its picture, a folder with its count, and a way to remove each. */
import { useMemo } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { type Group, groupEntries } from '../model/groups.ts';
import type { ChosenFile } from '../model/model.ts';
import { inNaturalOrder } from '../model/natural.ts';
import { shownName } from '../model/shown-name.ts';
import { GroupLabel } from '../pieces/GroupLabel.tsx';
import { Icon } from '../pieces/icons.tsx';
import { Thumbnail } from '../preview/Thumbnail.tsx';

type Props = {
  files: readonly ChosenFile[];
  /** More groups than this stand in one last row. */
  limit: number;
  isLeaving: boolean;
  onRemove: (group: Group) => void;
};

export function TrayRows({ files, limit, isLeaving, onRemove }: Props) {
  const { tag, words } = useLateText();
  const entries = files.map(({ path, file }) => ({ path, size: file.size }));
  const groups = useMemo(
    () => groupEntries(entries, limit, (drafts) => inNaturalOrder(drafts, ({ name }) => name, tag)),
    [files, limit, tag],
  );
  return (
    <>
      <ul class="rows">
        {groups.map((group) => (
          <li key={group.ranges[0]?.[0]} class="row tray-row">
            <Picture group={group} files={files} />
            <GroupLabel group={group} />
            {group.kind !== 'rest' && (
              <button
                class="icon-button"
                type="button"
                disabled={isLeaving}
                aria-label={fill(words.remove, { name: shownName(group.name) })}
                onClick={() => onRemove(group)}
              >
                <Icon name="cross" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {entries.some(({ path }) => path.includes('/')) && <p class="hint">{words.onlyFiles}</p>}
    </>
  );
}

/** Of a single file: a folder has its sign. */
function Picture({ group, files }: { group: Group; files: readonly ChosenFile[] }) {
  const [at] = group.ranges[0] ?? [];
  const chosen = group.kind === 'file' && at !== undefined ? files[at] : undefined;
  return chosen ? <Thumbnail path={chosen.path} of={chosen.file} read={async () => chosen.file} /> : null;
}
