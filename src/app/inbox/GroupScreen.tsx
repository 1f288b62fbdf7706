/** Several files that came together: each with its picture; all can be saved or deleted at once. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import type { SavableFile } from '../model/model.ts';
import { Name } from '../pieces/Name.tsx';
import { FirstName, Title } from '../pieces/Title.tsx';
import { usePages } from '../pieces/usePages.tsx';
import type { Navigation } from '../place/navigation.ts';
import { Thumbnail } from '../preview/Thumbnail.tsx';
import { Badge } from '../saving/Badge.tsx';
import { SaveButtons } from '../saving/SaveButtons.tsx';
import { mainSave } from '../saving/saving.ts';
import { useSaving } from '../saving/useSaving.tsx';
import { whereabouts } from '../saving/whereabouts.ts';
import type { InboxCalls } from './calls.ts';
import { Delete, useLoss } from './Delete.tsx';
import { From } from './From.tsx';
import { sumOf } from './inbox.ts';
import { Row } from './Row.tsx';
import { ScreenHead } from './ScreenHead.tsx';

const PAGE_ROWS = 100;

type Props = { transfer: TransferView; model: InboxCalls; navigation: Navigation };

export function GroupScreen({ transfer, model, navigation }: Props) {
  const { words, format } = useLateText();
  const loss = useLoss();
  const { key, files, totalBytes } = transfer;
  const main = mainSave(transfer, model);
  const saving = useSaving(transfer, {
    again: main.save,
    againHeeds: main.isZip,
    confirm: (which) => model.confirm(key, which),
  });
  return (
    <main class="page inbox">
      <ScreenHead
        title={<Title transfer={transfer} />}
        onBack={() => navigation.back()}
        keepsFocus={navigation.left.value !== undefined}
      >
        <p class="figures">
          <From transfer={transfer} />
          {transfer.contents === 'named' ? format.count(words.files, files) : <FirstName transfer={transfer} />} ·{' '}
          {format.bytes(totalBytes)}
        </p>
        <p>
          <Badge transfer={transfer} />
        </p>
      </ScreenHead>
      <div class="actions inbox-actions">
        <SaveButtons transfer={transfer} calls={model} saving={saving} isBig />
        <Delete
          label={words.inbox.remove}
          ask={loss(sumOf([transfer]))}
          onDelete={() => {
            model.remove(key);
            navigation.back();
          }}
        />
      </div>
      {saving.outcome}
      <Files transfer={transfer} model={model} navigation={navigation} />
    </main>
  );
}

/** Pictures are made only of files on the screen. */
function Files({ transfer, model, navigation }: Props) {
  const { words, format } = useLateText();
  const { key } = transfer;
  const left = navigation.left.value;
  const files = useSignal<readonly SavableFile[]>([]);
  const opened = left?.screen === 'file' ? left.index : 0;
  const { shown, more } = usePages(files.value, PAGE_ROWS, (Math.floor(opened / PAGE_ROWS) + 1) * PAGE_ROWS);
  useEffect(() => {
    void model.savableFiles(key).then((list) => {
      files.value = list;
    });
  }, [key]);
  return (
    <div class="inbox-groups">
      <ul class="inbox-list" aria-label={words.inbox.title}>
        {shown.map(({ index, path, size }) => (
          <Row
            key={index}
            picture={<Thumbnail path={path} read={() => model.glance(key, index)} />}
            name={<Name of={path} />}
            about={format.bytes(size)}
            badge={whereabouts(transfer, index) !== 'onlyHere' && <Badge transfer={transfer} only={index} />}
            wasOpen={left?.screen === 'file' && left.index === index}
            onOpen={() => navigation.go({ screen: 'file', key, index })}
          />
        ))}
      </ul>
      {more}
    </div>
  );
}
