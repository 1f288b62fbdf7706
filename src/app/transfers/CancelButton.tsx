/** Ends a transfer; asks first when the arrived part may be lost for good. */
import { useSignal } from '@preact/signals';
import { cancelLosesFiles } from '../../transfer/about-view.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import { Question } from '../pieces/Question.tsx';

export function CancelButton({ transfer, onCancel }: { transfer: TransferView; onCancel: () => void }) {
  const { words } = useLateText();
  const asking = useSignal(false);
  if (asking.value && cancelLosesFiles(transfer))
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
        asking.value = cancelLosesFiles(transfer);
        if (!asking.value) onCancel();
      }}
    >
      <Icon name="cross" />
      {words.cancel}
    </button>
  );
}
