/** The way to the groups, and that this device hides: that stands on the first screen as well, as long as it does. */
import type { OwnGroups } from '../groups/own-groups.ts';
import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import { hashOf } from '../place/place.ts';
import '../styles/groups.css';

export function GroupsLink({ groups }: { groups: OwnGroups }) {
  const said = useLateText().words.group;
  return (
    <p class="groups-link">
      {groups.kept.value.onlyGroups && <strong>{said.hidden}</strong>}
      <a class="button quiet" href={hashOf({ screen: 'groups' })}>
        <Icon name="people" />
        {said.list}
      </a>
    </p>
  );
}
