/** The ways to save a transfer, the most useful one first. */
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import { allOf, mainSave, type SaveCalls, zipSave } from './saving.ts';
import type { Saving } from './useSaving.tsx';

/** `describedBy`: the element that names the transfer, when several of these are on one screen. */
type Props = { transfer: TransferView; calls: SaveCalls; saving: Saving; isBig?: boolean };

/** Id of the element that names a transfer in the list. */
export const titleId = ({ key }: TransferView): string => `title-${key}`;

export function SaveButtons({ transfer, calls, saving, isBig = false }: Props) {
  const { words } = useLateText();
  const { key, files } = transfer;
  const { saveToFolder } = calls;
  const main = mainSave(transfer, calls);
  const isWorking = saving.isRunning;
  return (
    <>
      <button
        class={`button roomy primary${isBig ? ' big' : ''}`}
        type="button"
        aria-describedby={titleId(transfer)}
        disabled={isWorking}
        onClick={() => void saving.run(main)}
      >
        <Icon name="save" />
        <span>{files === 1 ? words.saveToDevice : words.saveAll}</span>
      </button>
      {files > 1 && !main.isZip && (
        <button
          class="button roomy"
          type="button"
          aria-describedby={titleId(transfer)}
          disabled={isWorking}
          onClick={() => void saving.run(zipSave(transfer, calls))}
        >
          <Icon name="archive" />
          <span>{words.saveZip}</span>
        </button>
      )}
      {saveToFolder && files > 1 && (
        <button
          class="button roomy"
          type="button"
          aria-describedby={titleId(transfer)}
          disabled={isWorking}
          onClick={() => void saving.run({ files: allOf(transfer), isZip: false, save: () => saveToFolder(key) })}
        >
          <Icon name="folder" />
          <span>{words.saveToFolder}</span>
        </button>
      )}
    </>
  );
}
