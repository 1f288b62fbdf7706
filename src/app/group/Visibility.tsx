/** Who may see this device. */
import { useId } from 'preact/hooks';
import type { OwnGroups } from '../groups/own-groups.ts';
import { useLateText } from '../i18n/context.ts';

export function Visibility({ groups }: { groups: OwnGroups }) {
  const said = useLateText().words.group;
  const name = useId();
  const { onlyGroups } = groups.kept.value;
  const choice = (whom: 'everybody' | 'groups', text: string) => (
    <label class="tick">
      <input
        type="radio"
        name={name}
        checked={onlyGroups === (whom === 'groups')}
        onChange={() => groups.showTo(whom)}
      />
      {text}
    </label>
  );
  return (
    <fieldset class="group-visibility" aria-describedby={`${name}-help`}>
      <legend>{said.visible}</legend>
      {choice('everybody', said.everybody)}
      {choice('groups', said.onlyGroups)}
      <p class="hint" id={`${name}-help`}>
        {said.visibleHelp}
      </p>
    </fieldset>
  );
}
