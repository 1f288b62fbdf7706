/** A button that deletes after a confirmation. */
import { useSignal } from '@preact/signals';
import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import { Question } from '../pieces/Question.tsx';
import type { Sum } from './inbox.ts';

/** `name`: read by screen readers when several of these buttons are on one screen. */
type Props = { label: string; name?: string; ask: string; onDelete: () => void };

export function Delete({ label, name, ask, onDelete }: Props) {
  const asking = useSignal(false);
  if (asking.value)
    return (
      <Question
        text={ask}
        onYes={onDelete}
        onNo={() => {
          asking.value = false;
        }}
      />
    );
  return (
    <button
      class="button"
      type="button"
      aria-label={name}
      onClick={() => {
        asking.value = true;
      }}
    >
      <Icon name="bin" />
      {label}
    </button>
  );
}

/** The loss of deleting these files, in words: into the trash, or for good. */
export function useLoss(): (sum: Sum, how?: 'for-good') => string {
  const { words, format } = useLateText();
  return ({ unsaved }, how) => {
    const texts = how === 'for-good' ? words.inbox.askPurge : words.inbox.ask;
    return unsaved > 0 ? format.count(texts.unsaved, unsaved) : texts.saved;
  };
}
