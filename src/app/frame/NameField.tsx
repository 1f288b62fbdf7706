/** The field in which a device gets its name. */
import { useEffect, useRef } from 'preact/hooks';
import { MAX_NAME_LENGTH } from '../../protocol/limits.ts';
import { cleanName } from '../../protocol/name.ts';
import { useLateText } from '../i18n/context.ts';

export type Naming = { name: string; onRename: (name: string) => void; onBack: () => void };

export function NameField({ name, onRename, onBack }: Naming) {
  const { words } = useLateText();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        const next = cleanName(input.current?.value ?? '');
        if (next === '' || next === name) onBack();
        else onRename(next);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault(); // it would also undo a sending
        onBack();
      }}
    >
      <label>
        <span class="label">{words.nameLabel}</span>
        <input
          ref={input}
          type="text"
          defaultValue={name}
          maxLength={MAX_NAME_LENGTH}
          autocomplete="nickname"
          enterkeyhint="done"
          aria-describedby="name-hint"
        />
      </label>
      <p class="hint" id="name-hint">
        {words.nameHint}
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
