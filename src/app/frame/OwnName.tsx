/** The device's own name, as a button that opens renaming. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { MAX_NAME_LENGTH } from '../../protocol/limits.ts';
import { cleanName } from '../../protocol/name.ts';
import { useText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';
import { Phrase } from '../pieces/Phrase.tsx';

export function OwnName({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const { words } = useText();
  const editing = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    editing.value = false;
    // The button is back after this render, and takes the focus for the keyboard.
    requestAnimationFrame(() => button.current?.focus());
  };
  if (!editing.value)
    return (
      <button
        ref={button}
        class="own-name"
        type="button"
        onClick={() => {
          editing.value = true;
        }}
      >
        <span>
          <Phrase text={words.yourName}>
            <Name of={name} />
          </Phrase>
        </span>
        <Icon name="pencil" />
      </button>
    );
  return (
    <Rename
      name={name}
      onBack={close}
      onRename={(next) => {
        onRename(next);
        close();
      }}
    />
  );
}

type RenameProps = { name: string; onRename: (name: string) => void; onBack: () => void };

function Rename({ name, onRename, onBack }: RenameProps) {
  const { words } = useText();
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
