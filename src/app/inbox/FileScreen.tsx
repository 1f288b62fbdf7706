/** One received file: shown as far as that is safe, saved, shared, deleted. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import type { SavableFile } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';
import type { Navigation } from '../place/navigation.ts';
import { FilePreview } from '../preview/FilePreview.tsx';
import { Badge } from '../saving/Badge.tsx';
import { saveOne } from '../saving/saving.ts';
import { useSaving } from '../saving/useSaving.tsx';
import type { Save } from '../saving/work.ts';
import type { InboxCalls } from './calls.ts';
import { Delete, useLoss } from './Delete.tsx';
import { From } from './From.tsx';
import { sumOf } from './inbox.ts';
import { ScreenHead } from './ScreenHead.tsx';

type Props = { transfer: TransferView; index: number; model: InboxCalls; navigation: Navigation };

export function FileScreen({ transfer, index, model, navigation }: Props) {
  const { words, format } = useLateText();
  const loss = useLoss();
  const { key, files } = transfer;
  const isAlone = files === 1;
  const file = useFile({ transfer, index, model });
  const path = file?.path ?? (isAlone ? transfer.title : '');
  const one = (save: Save['save']): Save => ({ files: [[index, index]], isZip: false, save });
  const main = one(() => saveOne(transfer, index, path, model));
  const saving = useSaving(transfer, { only: index, main, confirm: (which) => model.confirm(key, which) });
  return (
    <main class="page inbox">
      <ScreenHead title={<Name of={path} />} onBack={() => navigation.back(isAlone)}>
        <p class="figures">
          <From transfer={transfer} />
          {file && format.bytes(file.size)} <Badge transfer={transfer} only={index} />
        </p>
      </ScreenHead>
      {file && <FilePreview path={path} read={() => model.glance(key, index)} />}
      <div class="actions inbox-actions">
        <button class="button primary big" type="button" onClick={() => saving.run(main)}>
          <Icon name="save" />
          {words.saveToDevice}
        </button>
        {file && model.canShare(path) && (
          <button class="button" type="button" onClick={() => saving.run(one(() => model.shareFile(key, index)))}>
            <Icon name="share" />
            {words.inbox.share}
          </button>
        )}
        {isAlone && (
          <Delete
            label={words.inbox.remove}
            ask={loss(sumOf([transfer]))}
            onDelete={() => {
              model.remove(key);
              navigation.back(true);
            }}
          />
        )}
      </div>
      {saving.outcome}
    </main>
  );
}

function useFile({ transfer, index, model }: Omit<Props, 'navigation'>): SavableFile | undefined {
  const file = useSignal<SavableFile | undefined>(undefined);
  useEffect(() => {
    void model.savableFiles(transfer.key).then((list) => {
      file.value = list[index];
    });
  }, [transfer.key, index]);
  return file.value;
}
