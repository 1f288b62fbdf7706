/** Hands received files to the person: the only one, one of many, all as a zip, or all into a folder. */
import type { TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import { FileList } from './FileList.tsx';
import { Icon } from './icons.tsx';
import type { TransferCalls } from './TransferActions.tsx';
import { useSaving } from './useSaving.tsx';

type Props = { transfer: TransferView; calls: TransferCalls };

export function SaveFiles({ transfer, calls }: Props) {
  const { words } = useText();
  const { key } = transfer;
  const saving = useSaving(transfer, {
    again: () => calls.saveAll(key),
    confirm: (files) => calls.confirm(key, files),
  });
  const { saveToFolder } = calls;
  return (
    <div class="save">
      <div class="actions">
        <button class="button primary" type="button" onClick={() => saving.run(calls.saveAll(key))}>
          <Icon name="save" />
          {transfer.files === 1 ? words.saveToDevice : words.saveAll}
        </button>
        {saveToFolder && transfer.files > 1 && (
          <button class="button" type="button" onClick={() => saving.run(saveToFolder(key))}>
            <Icon name="folder" />
            {words.saveToFolder}
          </button>
        )}
      </div>
      {saving.outcome}
      {transfer.files > 1 && (
        <FileList load={() => calls.savableFiles(key)} onSave={(index) => saving.run(calls.saveFile(key, index))} />
      )}
    </div>
  );
}
