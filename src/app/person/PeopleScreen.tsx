/** Everybody whom the owner of this device knows, and everybody whom they have blocked. */
import type { ComponentChildren } from 'preact';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { focusTitle, ScreenHead } from '../inbox/ScreenHead.tsx';
import { openMakeSure } from '../make-sure/opened.ts';
import type { Model } from '../model/model.ts';
import type { Person } from '../people/person.ts';
import { Icon } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';
import { NotKept } from '../pieces/NotKept.tsx';
import { PersonMark } from '../pieces/PersonMark.tsx';
import { namedOf } from '../pieces/people.ts';
import type { Navigation } from '../place/navigation.ts';
import { hashOf } from '../place/place.ts';
import { useFocused } from './useFocused.ts';

type Props = { model: Pick<Model, 'people'>; navigation: Navigation };

export function PeopleScreen({ model: { people }, navigation }: Props) {
  const { tag, words, format } = useLateText();
  const said = words.person;
  const all = [...people.all.value.values()].sort((a, b) => a.label.localeCompare(b.label, tag));
  const known = all.filter(({ is }) => is === 'known');
  const blocked = all.filter(({ is }) => is === 'blocked');
  const since = ({ is, since: at }: Person) =>
    fill(is === 'known' ? said.knownSince : said.blockedSince, { date: format.date(at) });
  const left = navigation.left.value;
  const row = (person: Person, action?: ComponentChildren) => (
    <li key={person.id} class="person-row">
      <PersonLink person={person} since={since(person)} wasOpen={left?.screen === 'person' && left.id === person.id} />
      {action}
    </li>
  );
  return (
    <main class="page inbox">
      <ScreenHead title={said.title} onBack={() => navigation.back()} keepsFocus={left?.screen === 'person'} />
      <NotKept people={people} />
      {all.length === 0 && (
        <div class="nobody">
          <p class="nobody-title">{said.nobody}</p>
          <p>{said.nobodyHelp}</p>
        </div>
      )}
      {/* Of whom it shows only from their code who they are. */}
      <button class="button by-photo" type="button" onClick={() => openMakeSure()}>
        <Icon name="picture" />
        {words.makeSure.waysAny.title}
      </button>
      <Group title={said.known}>{known.map((person) => row(person))}</Group>
      <Group title={said.blocked}>
        {blocked.map((person) =>
          row(
            person,
            <button
              class="button"
              type="button"
              aria-label={fill(said.unblockNamed, {
                name: namedOf(people, { id: person.id, name: person.label }, words),
              })}
              onClick={() => {
                people.unblock(person.id);
                focusTitle();
              }}
            >
              {said.unblock}
            </button>,
          ),
        )}
      </Group>
    </main>
  );
}

/** `wasOpen`: one comes back from there. */
function PersonLink({ person, since, wasOpen }: { person: Person; since: string; wasOpen: boolean }) {
  return (
    <a
      ref={useFocused<HTMLAnchorElement>(wasOpen)}
      class="inbox-row"
      href={hashOf({ screen: 'person', id: person.id })}
    >
      <span class="inbox-text">
        <span class="inbox-name">
          <Name of={person.label} /> <PersonMark of={person.id} />
        </span>
        <span class="figures">{since}</span>
      </span>
      <Icon name="forward" />
    </a>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren[] }) {
  if (children.length === 0) return null;
  return (
    <section class="people-group">
      <h3>{title}</h3>
      <ul class="inbox-list" aria-label={title}>
        {children}
      </ul>
    </section>
  );
}
