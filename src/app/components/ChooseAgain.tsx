/** Asks for the same files once more: a page that was reloaded may no longer read them by itself. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { chosenFiles } from '../files.ts';
import { useText } from '../i18n/context.ts';
import type { ChosenFile } from '../model.ts';
import { Icon } from './icons.tsx';

type Props = {
  what: 'files' | 'folder';
  /** Resolves to whether they were the same files. */
  onChosen: (files: readonly ChosenFile[]) => Promise<boolean>;
};

export function ChooseAgain({ what, onChosen }: Props) {
  const { words } = useText();
  const input = useRef<HTMLInputElement>(null);
  const areOthers = useSignal(false);
  useEffect(() => {
    if (what === 'folder') input.current?.setAttribute('webkitdirectory', '');
  }, [what]);
  const picked = async (field: HTMLInputElement): Promise<void> => {
    const files = chosenFiles(field.files ?? []);
    field.value = ''; // else the same files cannot be chosen twice in a row
    if (files.length > 0) areOthers.value = !(await onChosen(files));
  };
  return (
    <>
      <input ref={input} type="file" multiple hidden onChange={({ currentTarget }) => void picked(currentTarget)} />
      <button class="button primary" type="button" onClick={() => input.current?.click()}>
        <Icon name={what === 'folder' ? 'folder' : 'file'} />
        {words.chooseAgain}
      </button>
      {areOthers.value && (
        <p class="save-result" data-result="failed" role="alert">
          {words.otherFiles}
        </p>
      )}
    </>
  );
}
