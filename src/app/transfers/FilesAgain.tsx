/** Gets the files of a transfer back after a reload: reopened where the browser can, otherwise chosen again. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { TransferView } from '../../transfer/view.ts';
import { chosenFiles } from '../files/files.ts';
import { useLateText } from '../i18n/context.ts';
import type { Attached, ChosenFile, Reopened } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';
import { MissingFiles } from './MissingFiles.tsx';

type Props = {
  transfer: TransferView;
  what: 'files' | 'folder';
  onReopen: () => Promise<Reopened>;
  onChosen: (files: readonly ChosenFile[]) => Promise<Attached>;
};

export function FilesAgain({ transfer, what, onReopen, onChosen }: Props) {
  const { words } = useLateText();
  /** The problem of the last attempt, if there was one. */
  const trouble = useSignal<string | undefined>(undefined);
  const reopen = async (): Promise<void> => {
    const outcome = await onReopen();
    if (outcome === 'denied') trouble.value = words.reopenDenied;
    else trouble.value = outcome === 'none' ? words.reopenGone : undefined;
  };
  const chosen = async (files: readonly ChosenFile[]): Promise<void> => {
    trouble.value = (await onChosen(files)) === 'none' ? words.otherFiles : undefined;
  };
  return (
    <>
      {transfer.missing && <MissingFiles missing={transfer.missing} />}
      {transfer.canReopen && (
        <button class="button primary" type="button" onClick={() => void reopen()}>
          <Icon name="play" />
          {words.reopen}
        </button>
      )}
      <ChooseAgain what={what} isMain={!transfer.canReopen} onChosen={(files) => void chosen(files)} />
      {trouble.value !== undefined && (
        <p class="save-result" data-result="failed" role="alert">
          {trouble.value}
        </p>
      )}
    </>
  );
}

type ChooseAgainProps = {
  what: 'files' | 'folder';
  isMain: boolean;
  onChosen: (files: readonly ChosenFile[]) => void;
};

function ChooseAgain({ what, isMain, onChosen }: ChooseAgainProps) {
  const { words } = useLateText();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.toggleAttribute('webkitdirectory', what === 'folder');
  }, [what]);
  const picked = (field: HTMLInputElement): void => {
    const files = chosenFiles(field.files ?? []);
    field.value = ''; // or the same files could not be chosen twice in a row
    if (files.length > 0) onChosen(files);
  };
  return (
    <>
      <input ref={input} type="file" multiple hidden onChange={({ currentTarget }) => picked(currentTarget)} />
      <button class={isMain ? 'button primary' : 'button'} type="button" onClick={() => input.current?.click()}>
        <Icon name={what === 'folder' ? 'folder' : 'file'} />
        {words.chooseAgain}
      </button>
    </>
  );
}
