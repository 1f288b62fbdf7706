/** Takes a transfer off the list; asks first when that would lose files. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../i18n/context.ts';

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
      onYes={onDismiss}
      onNo={() => {
        asking.value = false;
      }}
    />
  );
}

function Question({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const { words } = useText();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div class="question">
      <p id="dismiss-ask">{words.dismissAsk}</p>
      <div class="actions">
        <button ref={keep} class="button" type="button" aria-describedby="dismiss-ask" onClick={onNo}>
          {words.dismissNo}
        </button>
        <button class="button" type="button" onClick={onYes}>
          {words.dismissYes}
        </button>
      </div>
    </div>
  );
}
