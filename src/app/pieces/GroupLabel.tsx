/** One row of a list of files: a file, a folder with its count, or "and N more". */
import { useText } from '../i18n/context.ts';
import type { Group } from '../model/groups.ts';
import { iconOf } from './file-icon.ts';
import { Icon } from './icons.tsx';
import { Name } from './Name.tsx';

/** `isPictured`: a picture of it stands before this. */
export function GroupLabel({ group, isPictured = false }: { group: Group; isPictured?: boolean }) {
  const { words, format } = useText();
  const size = format.bytes(group.bytes);
  return (
    <span class="group">
      {!isPictured && <Icon name={group.kind === 'file' ? iconOf(group.name) : 'folder'} />}
      <span class="group-text">
        {group.kind === 'rest' ? format.count(words.more, group.groups) : <Name of={group.name} />}{' '}
        <span class="figures">
          {group.kind === 'file' ? size : `${format.count(words.files, group.files)} · ${size}`}
        </span>
      </span>
    </span>
  );
}
