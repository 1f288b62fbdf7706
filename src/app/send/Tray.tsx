/**
 * Chosen files that wait for a device. On a phone one line at the lower edge, so that people stay in sight, and a sheet to
 * look and to remove some; on wide screens a list beside the people. It stays until the files have left: otherwise the
 * devices would move under a finger.
 */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import type { ChosenFile } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';
import { summaryOfChosen, titleOf } from '../pieces/titles.ts';
import { Thumbnail } from '../preview/Thumbnail.tsx';
import type { Compose } from './compose.ts';
import { RemoveAll } from './RemoveAll.tsx';
import { TrayRows } from './TrayRows.tsx';
import { TraySheet } from './TraySheet.tsx';
import '../styles/tray.css';

/** Rows beside the people, and pictures in the line. */
const SHOWN_GROUPS = 5;
const SHOWN_PICTURES = 3;

type Props = { compose: Compose; isWide: boolean };

export function Tray({ compose, isWide }: Props) {
  const { words } = useLateText();
  const isOpen = useSignal(false);
  const isLeaving = compose.leaving.value !== undefined;
  const files = compose.leaving.value?.files ?? compose.files.value;
  if (files.length === 0) return null;
  const title = isLeaving ? words.trayLeaving : words.tray;
  const open = (
    <Open
      files={files}
      isLeaving={isLeaving}
      pictures={isWide ? 0 : SHOWN_PICTURES}
      onOpen={() => {
        isOpen.value = true;
      }}
    />
  );
  return (
    <section class={isWide ? 'tray' : 'tray-line'} aria-label={title}>
      <h2 class={isWide ? '' : 'hidden'}>{title}</h2>
      {open}
      {isWide && <TrayRows files={files} limit={SHOWN_GROUPS} isLeaving={isLeaving} onRemove={compose.remove} />}
      {isWide && files.length > 1 && <RemoveAll isLeaving={isLeaving} onPress={compose.clear} />}
      {isOpen.value && !isLeaving && (
        <TraySheet
          title={title}
          files={files}
          compose={compose}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      )}
    </section>
  );
}

type OpenProps = { files: readonly ChosenFile[]; isLeaving: boolean; pictures: number; onOpen: () => void };

/** What it is together, as the way to see all of it. */
function Open({ files, isLeaving, pictures, onOpen }: OpenProps) {
  const text = useLateText();
  const { words, format } = text;
  const title = useMemo(() => {
    const { dates: _, ...short } = summaryOfChosen(files); // there is no room for them
    return titleOf(short, text);
  }, [files, text]);
  const bytes = useMemo(() => files.reduce((sum, { file }) => sum + file.size, 0), [files]);
  return (
    <button class="tray-open" type="button" aria-haspopup="dialog" disabled={isLeaving} onClick={onOpen}>
      {pictures > 0 && (
        <span class="tray-pictures">
          {files.slice(0, pictures).map(({ path, file }, index) => (
            <Thumbnail key={`${index}/${path}`} path={path} of={file} read={async () => file} />
          ))}
        </span>
      )}
      <span class="tray-what">
        <strong>
          <bdi>{title}</bdi>
        </strong>{' '}
        <span class="figures">{format.bytes(bytes)}</span>
        <span class="hidden"> {words.lookAtFiles}</span>
      </span>
      <Icon name="open" />
    </button>
  );
}
