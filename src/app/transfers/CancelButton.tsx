/** Ends a transfer; asks first where nobody can say that what has arrived could be had again. */
import { useSignal } from '@preact/signals';
import type { TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import { Question } from '../pieces/Question.tsx';

/** While it runs the sender is there and can send anew; of an interrupted one, what has arrived may be all there is. */
const losesFiles = ({ direction, phase, storedBytes }: TransferView): boolean =>
  direction === 'receiving' && phase === 'interrupted' && storedBytes > 0;

export function CancelButton({ transfer, onCancel }: { transfer: TransferView; onCancel: () => void }) {
  const { words } = useText();
  const asking = useSignal(false);
  if (asking.value && losesFiles(transfer))
    return (
      <Question
        text={words.inbox.askUnfinished}
        onYes={onCancel}
        onNo={() => {
          asking.value = false;
        }}
      />
    );
  return (
    <button
      class="button"
      type="button"
      onClick={() => {
        asking.value = losesFiles(transfer);
        if (!asking.value) onCancel();
      }}
    >
      <Icon name="cross" />
      {words.cancel}
    </button>
  );
}
