/** All that is chosen, in a sheet: to look at it, and to remove what shall not go. */
import { useEffect, useMemo } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import type { ChosenFile } from '../model/model.ts';
import { summaryOfChosen, titleOf } from '../pieces/titles.ts';
import { useModal } from '../pieces/useModal.ts';
import type { Compose } from './compose.ts';
import { RemoveAll } from './RemoveAll.tsx';
import { TrayRows } from './TrayRows.tsx';
import '../styles/offer.css';

/** More rows than these would make a phone slow, and nobody looks through them. */
const SHOWN_GROUPS = 200;

type Props = {
  title: string;
  files: readonly ChosenFile[];
  compose: Pick<Compose, 'remove' | 'clear'>;
  onClose: () => void;
};

export function TraySheet({ title, files, compose, onClose }: Props) {
  const text = useLateText();
  const { words } = text;
  const summary = useMemo(() => summaryOfChosen(files), [files]);
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const dialog = useModal(onClose);
  useEffect(() => {
    // The pressed button went with its row.
    if (document.activeElement === document.body) dialog.current?.querySelector('h2')?.focus();
  }, [files]);
  return (
    <dialog ref={dialog} class="offer" aria-labelledby="tray-sheet">
      <div class="offer-body">
        <h2 id="tray-sheet" tabIndex={-1}>
          {title}
        </h2>
        <p class="figures">
          <bdi>{titleOf(summary, text)}</bdi> · {text.format.bytes(bytes)}
        </p>
        <TrayRows files={files} limit={SHOWN_GROUPS} isLeaving={false} onRemove={compose.remove} />
        <RemoveAll isLeaving={false} onPress={compose.clear} />
      </div>
      <div class="offer-answer">
        <div class="actions">
          <button class="button primary big" type="button" onClick={onClose}>
            {words.trayDone}
          </button>
        </div>
      </div>
    </dialog>
  );
}
