/** The quiet button at the end of the page, for people whose device is not theirs alone, or will not be for long. */
import { useSignal } from '@preact/signals';
import { useText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { Extra } from '../pieces/Extra.tsx';
import type { Shell } from '../shell/shell.ts';
import { ForgetDialog } from './ForgetDialog.tsx';
import { forgetEverything } from './forget-everything.ts';
import { lossOf } from './plan.ts';
import { forgetWords } from './words.ts';

export function Forget({ model, shell }: { model: Model; shell: Shell }) {
  const { tag } = useText();
  const words = forgetWords[tag];
  const isAsking = useSignal(false);
  return (
    <>
      <Extra
        icon="bin"
        label={words.button}
        help={words.buttonHelp}
        onPress={() => {
          isAsking.value = true;
        }}
      />
      {isAsking.value && (
        <ForgetDialog
          words={words}
          loss={lossOf(model.transfers.value, model.isRestored.value)}
          holdsUnsent={holdsUnsent(shell)}
          ownName={model.ownName.value}
          onYes={() => void forgetEverything()}
          onNo={() => {
            isAsking.value = false;
          }}
        />
      )}
    </>
  );
}

/** Files wait here that were chosen, shared or opened, and not sent. */
function holdsUnsent({ hasChosen, arrivals }: Shell): boolean {
  return hasChosen.value || arrivals.waiting.value.length > 0 || arrivals.shares.value.length > 0;
}
