/**
 * On the screen about this device: the way to the list of people. Blocked people stand only there: whoever looks at the
 * first screen together with its owner must not read their own name among them.
 */
import { useLateText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';
import { hashOf } from '../place/place.ts';
import '../styles/people.css';

export function PeopleHere({ model: { people } }: { model: Pick<Model, 'people'> }) {
  if (people.all.value.size === 0) return null;
  return (
    <a class="button quiet people-here" href={hashOf({ screen: 'people' })}>
      <Icon name="people" />
      {useLateText().words.person.list}
    </a>
  );
}
