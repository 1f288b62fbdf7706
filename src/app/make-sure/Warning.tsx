/** Says loudly that somebody may sit between two people, and what to do. */
import type { DeviceId } from '../../protocol/signaling.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { isolated } from '../model/shown-name.ts';
import { Icon } from '../pieces/icons.tsx';
import { PersonMark } from '../pieces/PersonMark.tsx';
import { Block } from './Block.tsx';
import { Answer, Sheet } from './Sheet.tsx';

type Props = {
  why: 'me' | 'peer' | 'broken' | 'unproven' | 'other';
  id: DeviceId;
  name: string;
  onAgain: () => void;
  onBlock: () => void;
  onClose: () => void;
};

export function Warning({ why, id, name, onAgain, onBlock, onClose }: Props) {
  const words = useLateText().words.makeSure;
  const said = words.different;
  const shown = { name: isolated(name) };
  return (
    <Sheet
      title={said.title}
      isWarning
      answers={
        <div class="actions make-sure-answers">
          <Answer text={words.again} onPress={onAgain} />
          <Answer text={words.close} onPress={onClose} />
        </div>
      }
    >
      <div class="notice" role="alert">
        <p class="make-sure-who">
          <Icon name="warning" />
          <PersonMark of={id} />
        </p>
        <p>
          <strong>{fill(said[why], shown)}</strong>
        </p>
        <p>{said.nothingSent}</p>
      </div>
      <h3>{said.what}</h3>
      <ol class="make-sure-steps">
        {said.steps.map((step) => (
          <li key={step}>{fill(step, shown)}</li>
        ))}
      </ol>
      <Block name={name} onBlock={onBlock} />
    </Sheet>
  );
}
