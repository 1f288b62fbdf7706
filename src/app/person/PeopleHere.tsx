/** Below the devices: those of blocked people, out of the way but not gone, and the way to the list of people. */
import { useText } from '../i18n/context.ts';
import { hashOf } from '../inbox/place.ts';
import type { Model } from '../model/model.ts';
import { labelOf } from '../people/standing.ts';
import { Icon } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';
import { PersonMark } from '../pieces/PersonMark.tsx';
import { peopleWords } from './words.ts';
import '../styles/people.css';

export function PeopleHere({ model: { devices, people } }: { model: Pick<Model, 'devices' | 'people'> }) {
  const said = peopleWords[useText().tag];
  const blocked = devices.value.filter(({ id }) => people.isBlocked(id));
  if (people.all.value.size === 0) return null;
  return (
    <div class="people-here">
      {blocked.length > 0 && (
        <section>
          <h3 id="blocked-title">{said.blocked}</h3>
          <ul class="blocked-list" aria-labelledby="blocked-title">
            {blocked.map((device) => (
              <li key={device.id}>
                {/* Under the name they had then: whoever is blocked must not speak to anybody through a name. */}
                <a class="blocked-person" href={hashOf({ screen: 'person', id: device.id })}>
                  <Name of={labelOf(people, device)} /> <PersonMark of={device.id} />{' '}
                  <span class="hidden">{said.blockedOne}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <a class="button quiet" href={hashOf({ screen: 'people' })}>
        <Icon name="people" />
        {said.list}
      </a>
    </div>
  );
}
