/** Whether this person can be reached now, and what becomes of a message to them. */
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { Model } from '../model/model.ts';
import { isolated } from '../model/shown-name.ts';
import { labelOf, type Somebody } from '../people/standing.ts';
import { writingOf } from '../written/writing.ts';
import { isHere } from './is-here.ts';

/** By which the field for messages is described. */
export const FATE = 'fate-of-a-message';

type Props = { model: Pick<Model, 'devices' | 'people' | 'words'>; somebody: Somebody };

export function NotHere({ model, somebody }: Props) {
  const { person: said, messages } = useLateText().words;
  const { devices, people, words } = model;
  if (people.isBlocked(somebody.id)) return null; // the screen says so above
  const name = isolated(labelOf(people, somebody));
  const here = isHere(model, somebody.id);
  const isAwake = devices.value.some((device) => device.id === somebody.id && !device.hasLeft && !device.away);
  // Files of a message go by the router in any case.
  const goesNow = isAwake && writingOf(words, somebody.id).files.value.length === 0;
  const fate = goesNow ? messages.goesNow : words.holder.value === 'here' ? messages.isLeft : messages.isKept;
  return (
    <div class="not-here" role="status">
      {!here && (
        <>
          <p>
            <strong>{fill(said.notHere, { name })}</strong>
          </p>
          <p class="hint">{said.notHereHelp}</p>
        </>
      )}
      <p class="hint" id={FATE}>
        {fill(fate, { name })}
      </p>
    </div>
  );
}
