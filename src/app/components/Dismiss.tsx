/** Takes a transfer off the list; asks first when that would lose files. */
import { useSignal } from '@preact/signals';
import { useText } from '../i18n/context.ts';
import { Question } from './Question.tsx';

type Props = { unsaved: boolean; onDismiss: () => void };

export function Dismiss({ unsaved, onDismiss }: Props) {
  const { words } = useText();
  const asking = useSignal(false);
  if (!asking.value)
    return (
      <button
        class="button quiet"
        type="button"
        onClick={() => {
          if (unsaved) asking.value = true;
          else onDismiss();
        }}
      >
        {words.dismiss}
      </button>
    );
  return (
    <Question
      text={words.dismissAsk}
      onYes={onDismiss}
      onNo={() => {
        asking.value = false;
      }}
    />
  );
}
