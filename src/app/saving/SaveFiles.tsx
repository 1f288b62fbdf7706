/** Hands received files to the person: a single one, each of several pictures, all as a zip, or all into a folder. */
import type { TransferView } from '../../transfer/view.ts';
import type { Model } from '../model/model.ts';
import { FileList } from './FileList.tsx';
import { SaveButtons } from './SaveButtons.tsx';
import { mainSave, type SaveCalls } from './saving.ts';
import { useSaving } from './useSaving.tsx';

type Props = { transfer: TransferView; calls: SaveCalls & Pick<Model, 'confirm' | 'savableFiles'> };

export function SaveFiles({ transfer, calls }: Props) {
  const { key } = transfer;
  const main = mainSave(transfer, calls);
  const saving = useSaving(transfer, {
    main,
    confirm: (files) => calls.confirm(key, files),
  });
  return (
    <div class="save">
      <div class="actions">
        <SaveButtons transfer={transfer} calls={calls} saving={saving} />
      </div>
      {saving.outcome}
      {transfer.files > 1 && (
        <FileList
          load={() => calls.savableFiles(key)}
          onSave={(index) =>
            saving.run({ files: [[index, index]], isZip: false, save: () => calls.saveFile(key, index) })
          }
        />
      )}
    </div>
  );
}
