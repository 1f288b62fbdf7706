/** What has arrived, small: its first pictures, or a sign for what it is. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { sortOf } from '../../transfer/media-type.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import type { SavableFile } from '../model/model.ts';
import { inNaturalOrder } from '../model/natural.ts';
import { Thumbnail } from '../preview/Thumbnail.tsx';
import type { OngoingCalls } from './Ongoing.tsx';

/** More would push the button off a small screen. */
const MOST = 4;

export function Pictures({ transfer, calls }: { transfer: TransferView; calls: OngoingCalls }) {
  const { tag } = useText();
  const { key, files, title } = transfer;
  const found = useSignal<readonly SavableFile[] | undefined>(
    files === 1 ? [{ index: 0, path: title, size: 0 }] : undefined,
  );
  useEffect(() => {
    if (files > 1)
      void calls.savableFiles(key).then((list) => {
        const images = list.filter(({ path }) => sortOf(path) === 'image');
        found.value = inNaturalOrder(images.length > 0 ? images : list.slice(0, 1), ({ path }) => path, tag).slice(
          0,
          MOST,
        );
      });
  }, [key]);
  return (
    <div class="arrival-pictures" data-many={files > 1} aria-hidden="true">
      {found.value?.map(({ index, path }) => (
        <Thumbnail key={index} path={path} read={() => calls.glance(key, index)} />
      ))}
    </div>
  );
}
