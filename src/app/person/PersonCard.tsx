/**
 * One person: who it is, as far as that is known here, and everything that can be done about it. Stands on a screen of its
 * own, and within an offer.
 */
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { openMakeSure } from '../make-sure/opened.ts';
import type { Model } from '../model/model.ts';
import { isolated } from '../model/shown-name.ts';
import type { Person } from '../people/person.ts';
import { type Somebody, standingOf } from '../people/standing.ts';
import { Icon } from '../pieces/icons.tsx';
import { NotKept } from '../pieces/NotKept.tsx';
import { dateOf } from './date.ts';
import { Face } from './Face.tsx';
import { PersonActions } from './PersonActions.tsx';
import { Unasked } from './Unasked.tsx';

type Props = { model: Model; somebody: Somebody };

export function PersonCard({ model, somebody }: Props) {
  const { words } = useLateText();
  const { people } = model;
  const kept = people.all.value.get(somebody.id);
  return (
    <div class="person">
      <Face of={somebody.id} />
      <About model={model} somebody={somebody} kept={kept} />
      {kept?.is !== 'blocked' && (
        <button class="button primary" type="button" onClick={() => openMakeSure(somebody)}>
          {words.makeSure.button}
        </button>
      )}
      {kept && <NotKept people={people} />}
      <PersonActions people={people} somebody={somebody} kept={kept} />
      {kept?.is === 'known' && <Unasked people={people} known={kept} />}
    </div>
  );
}

/** What is known of this person, in a sentence or two. */
function About({ model, somebody, kept }: Props & { kept: Person | undefined }) {
  const { tag, words } = useLateText();
  const said = words.person;
  const standing = standingOf(model.people, somebody);
  if (kept?.is === 'blocked')
    return (
      <div class="person-about">
        <p>
          <strong>{fill(said.blockedSince, { date: dateOf(kept.since, tag) })}</strong>
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
          {fill(said.knownSince, { date: dateOf(kept.since, tag) })}
        </p>
        {standing.is === 'known' && standing.callsItself !== undefined && (
          <p class="hint">{fill(said.callsItself, { name: isolated(standing.callsItself) })}</p>
        )}
      </div>
    );
  const other = model.people.whoIsNot(somebody.id, somebody.name);
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
