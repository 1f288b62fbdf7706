/** The quiet button at the end of the page, for people who share their device, or will soon give it away. */
import { useSignal } from '@preact/signals';
import { useLateText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { Extra } from '../pieces/Extra.tsx';
import type { Shell } from '../shell/shell.ts';
import { ForgetDialog } from './ForgetDialog.tsx';
import { forgetEverything } from './forget-everything.ts';
import { lossOf } from './plan.ts';

export function Forget({ model, shell }: { model: Model; shell: Shell }) {
  const {
    words: { forget: words },
  } = useLateText();
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
          people={model.people.all.value.size}
          groups={model.groups.kept.value.all.length}
          holdsWords={holdsWords(model.words)}
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

/** True when there are messages, posts of one's own, or something that is carried. */
const holdsWords = ({ messages, board, carried }: Model['words']): boolean =>
  messages.value.size > 0 || carried.value.bytes > 0 || board.value.posts.some(({ isOwn }) => isOwn);

/** True when chosen, shared or opened files wait here unsent. */
function holdsUnsent({ hasChosen, arrivals }: Shell): boolean {
  return hasChosen.value || arrivals.waiting.value.length > 0 || arrivals.shares.value.length > 0;
}
