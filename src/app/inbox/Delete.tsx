/** A button that deletes, once the person has said so twice. */
import { useSignal } from '@preact/signals';
import { useText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import { Question } from '../pieces/Question.tsx';
import type { Sum } from './inbox.ts';

/** `name` is said to screen readers where several of these stand on one screen. */
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

/** What deleting these files would lose, in words: into the trash, or for good. */
export function useLoss(): (sum: Sum, how?: 'for-good') => string {
  const { words, format } = useText();
  return ({ unsaved }, how) => {
    const texts = how === 'for-good' ? words.inbox.askPurge : words.inbox.ask;
    return unsaved > 0 ? format.count(texts.unsaved, unsaved) : texts.saved;
  };
}
