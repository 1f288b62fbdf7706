/** In place of the buttons for sending, while this person cannot be reached. */
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { Model } from '../model/model.ts';
import { isolated } from '../model/shown-name.ts';
import { labelOf, type Somebody } from '../people/standing.ts';
import { isHere } from './is-here.ts';

type Props = { model: Pick<Model, 'devices' | 'people'>; somebody: Somebody };

export function NotHere({ model, somebody }: Props) {
  const said = useLateText().words.person;
  const { people } = model;
  if (people.isBlocked(somebody.id)) return null; // the screen says so above
  return (
    <div class="not-here" role="status">
      {!isHere(model, somebody.id) && (
        <>
          <p>
            <strong>{fill(said.notHere, { name: isolated(labelOf(people, somebody)) })}</strong>
          </p>
          <p class="hint">{said.notHereHelp}</p>
        </>
      )}
    </div>
  );
}
