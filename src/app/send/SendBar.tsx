/** In the mode "several": everybody at one press, how many are marked, and the button that sends. */
import { useLateText } from '../i18n/context.ts';
import { catchFocusSoon } from '../pieces/focus.ts';
import { Icon } from '../pieces/icons.tsx';
import type { Choosing } from './choosing.ts';
import type { Compose } from './compose.ts';
import { MarkEverybody } from './MarkAll.tsx';

type Props = {
  compose: Pick<Compose, 'listed' | 'marked' | 'toggleAll' | 'sendToMarked'>;
  choosing: Pick<Choosing, 'whenLooked'>;
  /** Somebody is looked for: one press must not mark those who are not in sight. */
  isFinding: boolean;
};

export function SendBar({ compose, choosing, isFinding }: Props) {
  const { words, format } = useLateText();
  const marked = compose.marked.value;
  if (marked === undefined) return null;
  const count = marked.size;
  return (
    <div class="send-bar">
      {!isFinding && <MarkEverybody compose={compose} />}
      <p id="send-count" class="hidden" aria-live="polite">
        {format.count(words.selected, count)}
      </p>
      <button
        class="button primary big"
        type="button"
        aria-describedby="send-count"
        disabled={count === 0}
        onClick={() =>
          choosing.whenLooked(() => {
            compose.sendToMarked();
            catchFocusSoon();
          })
        }
      >
        {words.send}
        {count > 0 && (
          <span class="send-number" aria-hidden="true">
            {format.count({ other: '#' }, count)}
          </span>
        )}
        <Icon name="forward" />
      </button>
    </div>
  );
}
