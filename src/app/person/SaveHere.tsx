/** The one button that saves what came, and what became of that; the other ways are on the screen of the files. */
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { Model } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';
import { titleOf } from '../pieces/titles.ts';
import { mainSave, type SaveCalls } from '../saving/saving.ts';
import { useSaving } from '../saving/useSaving.tsx';

type Props = { transfer: TransferView; calls: SaveCalls & Pick<Model, 'confirm'> };

export function SaveHere({ transfer, calls }: Props) {
  const text = useLateText();
  const { words } = text;
  const main = mainSave(transfer, calls);
  const saving = useSaving(transfer, {
    main,
    confirm: (files) => calls.confirm(transfer.key, files),
  });
  const isOne = transfer.files === 1;
  return (
    <div class="save">
      <div class="actions">
        <button
          class="button roomy primary"
          type="button"
          // There are several of these on the screen.
          aria-label={fill(isOne ? words.saveNamed : words.person.saveAllNamed, { name: titleOf(transfer, text) })}
          disabled={saving.isRunning}
          onClick={() => void saving.run(main)}
        >
          <Icon name="save" />
          <span>{isOne ? words.saveToDevice : words.saveAll}</span>
        </button>
      </div>
      {saving.outcome}
    </div>
  );
}
