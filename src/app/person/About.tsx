/** What is known of this person, in a sentence or two. */
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { isolated } from '../model/shown-name.ts';
import type { People } from '../people/people.ts';
import { type Somebody, standingOf } from '../people/standing.ts';
import { Icon } from '../pieces/icons.tsx';

export function About({ people, somebody }: { people: People; somebody: Somebody }) {
  const { words, format } = useLateText();
  const said = words.person;
  const kept = people.all.value.get(somebody.id);
  const standing = standingOf(people, somebody);
  if (kept?.is === 'blocked')
    return (
      <div class="person-about">
        <p>
          <strong>{fill(said.blockedSince, { date: format.date(kept.since) })}</strong>
        </p>
        <p class="hint">{said.blockedHelp}</p>
      </div>
    );
  if (kept)
    return (
      <div class="person-about">
        <p>
          <span class="chip good">
            <Icon name="check" />
            {words.known}
          </span>{' '}
          {fill(said.knownSince, { date: format.date(kept.since) })}
        </p>
        {standing.is === 'known' && standing.callsItself !== undefined && (
          <p class="hint">{fill(said.callsItself, { name: isolated(standing.callsItself) })}</p>
        )}
      </div>
    );
  const other = people.whoIsNot(somebody.id, somebody.name);
  if (other) {
    const name = isolated(other.label);
    return (
      <div class="person-about">
        <p class="not-them">{fill(words.notThem, { name })}</p>
        <p class="hint">{fill(said.isNotHelp, { name, called: isolated(other.called) })}</p>
      </div>
    );
  }
  return (
    <div class="person-about">
      <p>
        <strong>{said.stranger}</strong>
      </p>
      <p class="hint">{said.strangerHelp}</p>
    </div>
  );
}
