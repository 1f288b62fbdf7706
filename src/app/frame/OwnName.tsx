/** The device's own name, as a button that opens renaming. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';
import { Phrase } from '../pieces/Phrase.tsx';
import type { Naming } from './NameField.tsx';

/** `field`: in which it is written; a late part. */
type Props = Pick<Naming, 'name' | 'onRename'> & { field: (naming: Naming) => ComponentChildren };

export function OwnName({ name, onRename, field }: Props) {
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
  return field({
    name,
    onBack: close,
    onRename(next) {
      onRename(next);
      close();
    },
  });
}
