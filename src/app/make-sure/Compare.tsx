/** A comparison, from the first press to what has come of it: one screen for each of its phases. */
import type { ComparisonView } from '../../engine/api/comparison-view.ts';
import { useLateText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { labelOf } from '../people/standing.ts';
import { PersonMark } from '../pieces/PersonMark.tsx';
import { Asked } from './Asked.tsx';
import { NowKnown } from './NowKnown.tsx';
import { SameCode } from './SameCode.tsx';
import { Answer, Sheet } from './Sheet.tsx';
import { Warning } from './Warning.tsx';

type Props = { model: Model; comparison: ComparisonView; onClose: () => void };

export function Compare({ model, comparison, onClose }: Props) {
  const { people } = model;
  const words = useLateText().words.makeSure;
  const { peer: id, peerName } = comparison;
  const name = labelOf(people, { id, name: peerName });
  const again = () => model.compare(id);
  const warning = {
    id,
    name,
    onAgain: again,
    onBlock: () => {
      onClose();
      people.block(id, name);
    },
    onClose,
  };
  switch (comparison.phase) {
    case 'calling':
    case 'asking':
    case 'agreed': {
      const { title, help } = words[comparison.phase];
      return (
        <Sheet title={title} name={name} help={help} answers={<Answer text={words.cancel} onPress={onClose} />}>
          <p class="make-sure-who">
            <PersonMark of={id} />
          </p>
        </Sheet>
      );
    }
    case 'asked':
      return (
        <Asked people={people} id={id} name={peerName} onAccept={again} onNotNow={onClose} onBlock={warning.onBlock} />
      );
    case 'code':
      return <SameCode comparison={comparison} name={name} onVerdict={(verdict) => model.compared(id, verdict)} />;
    case 'same':
      return <NowKnown people={people} id={id} name={peerName} onDone={onClose} />;
    case 'different':
      return <Warning why={comparison.by} {...warning} />;
    case 'failed': {
      const { why } = comparison;
      if (why === 'broken' || why === 'unproven') return <Warning why={why} {...warning} />;
      const { title, help } = words.failed[why];
      return (
        <Sheet
          title={title}
          name={name}
          help={help}
          answers={
            <div class="actions">
              <Answer text={words.again} kind="primary" onPress={again} />
              <Answer text={words.close} onPress={onClose} />
            </div>
          }
        />
      );
    }
  }
}
