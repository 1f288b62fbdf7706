/** Said where something is written, before it is: the browser stores nothing of it. */
import { useLateText } from '../i18n/context.ts';
import type { Words } from '../model/words.ts';
import { Icon } from '../pieces/icons.tsx';

export function NotKept({ holder }: { holder: Pick<Words, 'carried'> }) {
  const { messages } = useLateText().words;
  return (
    <div role="status">
      {holder.carried.value.isFleeting && (
        <p class="everyone">
          <Icon name="warning" />
          <span>{messages.isNotKept}</span>
        </p>
      )}
    </div>
  );
}
