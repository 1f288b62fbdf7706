/** Hands received files to the person: the only one, one of many, all as a zip, or all into a folder. */
import { useSignal } from '@preact/signals';
import type { TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import type { SaveResult } from '../model.ts';
import { FileList } from './FileList.tsx';
import { Icon } from './icons.tsx';
import type { TransferCalls } from './TransferActions.tsx';

type Props = { transfer: TransferView; calls: TransferCalls; onKept: () => void };

export function SaveFiles({ transfer, calls, onKept }: Props) {
  const { words } = useText();
  const result = useSignal<Exclude<SaveResult, 'aborted'> | undefined>(undefined);
  const { key } = transfer;
  const { saveToFolder } = calls;
  /** `whole`: afterwards the person has everything, and the list may let go of it. */
  const run = async (saving: Promise<SaveResult>, whole: boolean): Promise<void> => {
    result.value = undefined;
    const outcome = await saving;
    if (outcome === 'aborted') return;
    result.value = outcome;
    if (outcome === 'saved' && whole) onKept();
  };
  return (
    <div class="save">
      <div class="actions">
        <button class="button primary" type="button" onClick={() => run(calls.saveAll(key), true)}>
          <Icon name="save" />
          {transfer.files === 1 ? words.saveToDevice : words.saveAll}
        </button>
        {saveToFolder && transfer.files > 1 && (
          <button class="button" type="button" onClick={() => run(saveToFolder(key), true)}>
            <Icon name="folder" />
            {words.saveToFolder}
          </button>
        )}
      </div>
      {result.value && (
        <p class="save-result" data-result={result.value} role="alert">
          {words.saveResult[result.value]}
        </p>
      )}
      {transfer.files > 1 && (
        <FileList load={() => calls.savableFiles(key)} onSave={(index) => run(calls.saveFile(key, index), false)} />
      )}
    </div>
  );
}
