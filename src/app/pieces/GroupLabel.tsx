/** One row of a list of files: a file, a folder with its count, or "and N more". */
import { useText } from '../i18n/context.ts';
import type { Group } from '../model/groups.ts';
import { Icon } from './icons.tsx';
import { Name } from './Name.tsx';

export function GroupLabel({ group }: { group: Group }) {
  const { words, format } = useText();
  const size = format.bytes(group.bytes);
  return (
    <span class="group">
      <Icon name={group.kind === 'file' ? 'file' : 'folder'} />
      <span class="group-text">
        {group.kind === 'rest' ? format.count(words.more, group.groups) : <Name of={group.name} />}{' '}
        <span class="figures">
          {group.kind === 'file' ? size : `${format.count(words.files, group.files)} · ${size}`}
        </span>
      </span>
    </span>
  );
}
