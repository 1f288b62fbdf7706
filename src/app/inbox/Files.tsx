/** The files of one transfer: pictures as a grid, everything else as rows; some can be chosen and saved together. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import type { SavableFile } from '../model/model.ts';
import { inNaturalOrder } from '../model/natural.ts';
import { Name } from '../pieces/Name.tsx';
import { usePages } from '../pieces/usePages.tsx';
import type { Navigation } from '../place/navigation.ts';
import { Thumbnail } from '../preview/Thumbnail.tsx';
import { Badge } from '../saving/Badge.tsx';
import { whereabouts } from '../saving/whereabouts.ts';
import type { InboxCalls } from './calls.ts';
import { Row } from './Row.tsx';
import { Tile } from './Tile.tsx';
import type { Choice } from './useChoice.ts';

const PAGE_ROWS = 100;

type Props = { transfer: TransferView; model: InboxCalls; navigation: Navigation; choice: Choice<number> };

/** Small pictures are made only of files on the screen. */
export function Files({ transfer, model, navigation, choice }: Props) {
  const { words } = useLateText();
  const { key, contents } = transfer;
  const files = useFiles(transfer, model);
  const left = navigation.left.value;
  const opened = left?.screen === 'file' ? files.findIndex(({ index }) => index === left.index) : 0;
  const { shown, more } = usePages(files, PAGE_ROWS, (Math.floor(Math.max(0, opened) / PAGE_ROWS) + 1) * PAGE_ROWS);
  const isGrid = contents === 'photos' || contents === 'videos' || contents === 'media';
  if (files.length === 0) return null;
  return (
    <div class="inbox-groups">
      <ul class={isGrid ? 'inbox-grid' : 'inbox-list'} aria-label={words.inbox.title}>
        {shown.map((file) => {
          const { index } = file;
          const item = {
            transfer,
            file,
            read: () => model.glance(key, index),
            wasOpen: left?.screen === 'file' && left.index === index,
            tick: choice.isOn ? { isOn: choice.chosen.has(index), toggle: () => choice.toggle(index) } : undefined,
            onOpen: () => navigation.go({ screen: 'file', key, index }),
          };
          return isGrid ? <Tile key={index} {...item} /> : <FileRow key={index} {...item} />;
        })}
      </ul>
      {more}
    </div>
  );
}

export type FileItem = {
  transfer: TransferView;
  file: SavableFile;
  read: () => Promise<Blob | undefined>;
  wasOpen: boolean;
  tick: { readonly isOn: boolean; readonly toggle: () => void } | undefined;
  onOpen: () => void;
};

function FileRow({ transfer, file: { index, path, size }, read, wasOpen, tick, onOpen }: FileItem) {
  const { format } = useLateText();
  return (
    <Row
      picture={<Thumbnail path={path} read={read} />}
      name={<Name of={path} />}
      about={format.bytes(size)}
      badge={whereabouts(transfer, index) !== 'onlyHere' && <Badge transfer={transfer} only={index} />}
      wasOpen={wasOpen}
      tick={tick}
      onOpen={onOpen}
    />
  );
}

function useFiles({ key }: TransferView, model: InboxCalls): readonly SavableFile[] {
  const { tag } = useLateText();
  const files = useSignal<readonly SavableFile[]>([]);
  useEffect(() => {
    void model.savableFiles(key).then((list) => {
      files.value = list;
    });
  }, [key]);
  const found = files.value;
  return useMemo(() => inNaturalOrder(found, ({ path }) => path, tag), [found, tag]);
}
