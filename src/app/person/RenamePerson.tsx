/** The owner of this device gives a known person another label. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { MAX_NAME_LENGTH } from '../../protocol/limits.ts';
import { useLateText } from '../i18n/context.ts';

type Props = { label: string; onRename: (label: string) => void; onBack: () => void };

export function RenamePerson({ label, onRename, onBack }: Props) {
  const { words } = useLateText();
  const said = words.person;
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  useEffect(() => input.current?.select(), []);
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        onRename(input.current?.value ?? '');
        onBack();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation(); // it closes this field, and nothing around it
        onBack();
      }}
    >
      <label>
        <span class="label">{said.renameLabel}</span>
        <input
          ref={input}
          type="text"
          defaultValue={label}
          maxLength={MAX_NAME_LENGTH}
          autocomplete="off"
          enterkeyhint="done"
          aria-describedby={hint}
        />
      </label>
      <p class="hint" id={hint}>
        {said.renameHint}
      </p>
      <div class="actions">
        <button class="button primary" type="submit">
          {words.nameSave}
        </button>
        <button class="button" type="button" onClick={onBack}>
          {words.nameBack}
        </button>
      </div>
    </form>
  );
}
