/** The big button for files, the smaller one for a folder, and the inputs behind them. */
import type { Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { chosenFiles } from '../files/files.ts';
import { canPickFolders } from '../files/folders.ts';
import { useText } from '../i18n/context.ts';
import type { ChosenFile } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';

type Props = {
  input: Ref<HTMLInputElement> & { current: HTMLInputElement | null };
  /** How often a shortcut of the installed app has asked for it. A page may not open the picker without a tap. */
  wanted: number;
  onChoose: () => void;
  /** The chosen files: none when a folder is empty, or when the picker was closed. */
  onPicked: (files: readonly ChosenFile[], wasClosed: boolean) => void;
};

export function Picker({ input, wanted, onChoose, onPicked }: Props) {
  const { words } = useText();
  const button = useRef<HTMLButtonElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Neither Preact's types nor HTML have it as a standard attribute.
    folder.current?.setAttribute('webkitdirectory', '');
    const field = input.current;
    const closed = (): void => onPicked([], true);
    field?.addEventListener('cancel', closed);
    return () => field?.removeEventListener('cancel', closed);
  }, [onPicked]);
  useEffect(() => {
    if (wanted > 0) button.current?.focus();
  }, [wanted]);
  const picked = (event: Event & { currentTarget: HTMLInputElement }): void => {
    const files = chosenFiles(event.currentTarget.files ?? []);
    event.currentTarget.value = ''; // or the same file could not be chosen twice in a row
    onPicked(files, false);
  };
  return (
    <div class="picker">
      <input ref={input} type="file" multiple hidden onChange={picked} />
      <button ref={button} class="button primary big" type="button" onClick={onChoose}>
        <Icon name="plus" />
        {words.chooseFiles}
      </button>
      {canPickFolders() && (
        <>
          <input ref={folder} type="file" hidden onChange={picked} />
          <button class="button" type="button" onClick={() => folder.current?.click()}>
            <Icon name="folder" />
            <span>{words.chooseFolder}</span>
          </button>
        </>
      )}
      <p class="hint drop-hint">{words.dropHint}</p>
    </div>
  );
}
