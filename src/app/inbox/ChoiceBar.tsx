/** How much of a list is chosen, and what can be done with it. It stays at the lower edge while the list is scrolled. */
import type { ComponentChildren } from 'preact';
import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';

type Props = {
  /** Files, of all that is chosen. */
  files: number;
  /** Absent where it cannot be done for several at once. */
  onSave: (() => void) | undefined;
  onEnd: () => void;
  /** What else can be done, once something is chosen. */
  children?: ComponentChildren;
};

export function ChoiceBar({ files, onSave, onEnd, children }: Props) {
  const { words, format } = useLateText();
  return (
    <div class="choice-bar">
      <p role="status">{format.count(words.inbox.chosen, files)}</p>
      <div class="actions">
        {onSave && (
          <button class="button primary" type="button" disabled={files === 0} onClick={onSave}>
            <Icon name="save" />
            {words.saveToDevice}
          </button>
        )}
        {files > 0 && children}
        <button class="button" type="button" onClick={onEnd}>
          {words.inbox.endChoosing}
        </button>
      </div>
    </div>
  );
}
