/** The received transfers that a person has chosen: they can be saved, or deleted, together. */
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { catchFocusSoon } from '../pieces/focus.ts';
import { canSaveSeveral } from '../saving/saving.ts';
import { ChoiceBar } from './ChoiceBar.tsx';
import { Delete, useLoss } from './Delete.tsx';
import { sumOf } from './inbox.ts';

type Act = (transfers: readonly TransferView[]) => void;
type Props = { transfers: readonly TransferView[]; onSave: Act; onDelete: Act; onEnd: () => void };

export function Chosen({ transfers, onSave, onDelete, onEnd }: Props) {
  const { words } = useLateText();
  const loss = useLoss();
  const sum = sumOf(transfers);
  const act = (what: Act) => () => {
    onEnd();
    what(transfers);
    catchFocusSoon();
  };
  return (
    <ChoiceBar files={sum.files} onSave={canSaveSeveral ? act(onSave) : undefined} onEnd={onEnd}>
      <Delete label={words.inbox.remove} ask={loss(sum)} onDelete={act(onDelete)} />
    </ChoiceBar>
  );
}
