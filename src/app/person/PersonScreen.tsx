/**
 * The screen of one person: who it is, what can be done about them, and what went between the two, the newest at the end,
 * above the buttons for sending. Reached from the list of devices, from a transfer, and from the list of people.
 */

import { useEffect } from 'preact/hooks';
import type { DeviceId } from '../../protocol/signaling.ts';
import { useLateText } from '../i18n/context.ts';
import { ScreenHead } from '../inbox/ScreenHead.tsx';
import { nameOfWriter } from '../model/conversation.ts';
import type { Model } from '../model/model.ts';
import { labelOf, type Somebody } from '../people/standing.ts';
import { catchFocus } from '../pieces/focus.ts';
import { Name } from '../pieces/Name.tsx';
import type { Navigation } from '../place/navigation.ts';
import { Between } from './Between.tsx';
import { NotHere } from './NotHere.tsx';
import { PersonHead } from './PersonHead.tsx';
import { PersonMore } from './PersonMore.tsx';

/** `id`: none when the address means nobody. */
type Props = { id: DeviceId | undefined; model: Model; navigation: Navigation };

export function PersonScreen({ id, model, navigation }: Props) {
  const { person: said, onBoard } = useLateText().words;
  const name = id && nameOfWriter(model, id);
  const back = () => navigation.back();
  useEffect(catchFocus, [name === undefined]); // with what they had said, somebody may be unknown who is not here
  if (id === undefined || name === undefined)
    return (
      <main class="page inbox">
        <ScreenHead title={said.title} onBack={back}>
          <p>{said.unknown}</p>
        </ScreenHead>
      </main>
    );
  const somebody: Somebody = { id, name: name || onBoard.somebody };
  return (
    <main class="page inbox person">
      <ScreenHead
        title={<Name of={labelOf(model.people, somebody)} />}
        onBack={back}
        keepsFocus={navigation.left.value !== undefined}
      />
      <PersonHead model={model} somebody={somebody} />
      <PersonMore model={model} somebody={somebody} />
      <Between model={model} somebody={somebody} navigation={navigation} />
      <NotHere model={model} somebody={somebody} />
    </main>
  );
}
