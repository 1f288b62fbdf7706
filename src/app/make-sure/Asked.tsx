/** The other person asks to compare. */
import type { DeviceId } from '../../protocol/signaling.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { isolated } from '../model/shown-name.ts';
import type { People } from '../people/people.ts';
import { standingOf } from '../people/standing.ts';
import { PersonMark } from '../pieces/PersonMark.tsx';
import { useSettled } from '../pieces/useSettled.ts';
import { Block } from './Block.tsx';
import { Answer, Sheet } from './Sheet.tsx';

type Props = {
  people: People;
  id: DeviceId;
  name: string;
  onAccept: () => void;
  onNotNow: () => void;
  onBlock: () => void;
};

export function Asked({ people, id, name, onAccept, onNotNow, onBlock }: Props) {
  const { words } = useLateText();
  const { asked: said } = words.makeSure;
  const settled = useSettled();
  const standing = standingOf(people, { id, name });
  return (
    <Sheet
      title={said.title}
      name={standing.label}
      help={said.help}
      answers={
        <>
          <div class="actions">
            <Answer text={said.accept} kind="primary" disabled={!settled} onPress={onAccept} />
            <Answer text={said.notNow} disabled={!settled} onPress={onNotNow} />
          </div>
          {standing.is === 'stranger' && <Block name={name} isQuiet disabled={!settled} onBlock={onBlock} />}
        </>
      }
    >
      <p class="make-sure-who">
        <PersonMark of={id} />
      </p>
      {standing.is === 'stranger' && standing.isNot !== undefined && (
        <p class="offer-alike">{fill(words.notThem, { name: isolated(standing.isNot) })}</p>
      )}
    </Sheet>
  );
}
