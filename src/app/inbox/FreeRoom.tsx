/** What can be freed here without a loss: files that are elsewhere too, and the trash. */
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { InboxCalls } from './calls.ts';
import { Delete, useLoss } from './Delete.tsx';
import { sumOf } from './inbox.ts';
import { focusTitle } from './ScreenHead.tsx';

export function DeleteSpare({ transfers, onDelete }: { transfers: readonly TransferView[]; onDelete: () => void }) {
  const { words, format } = useLateText();
  const { files, bytes } = sumOf(transfers);
  const sum = { files: format.count(words.files, files), size: format.bytes(bytes) };
  return (
    <div class="inbox-spare">
      <p>{fill(words.inbox.removeSavedHelp, sum)}</p>
      <Delete label={words.inbox.removeSaved} ask={words.inbox.ask.saved} onDelete={onDelete} />
    </div>
  );
}

/** The trash takes room until it is emptied; a person who needs room need not wait for a day. */
export function EmptyTrash({ transfers, model }: { model: InboxCalls; transfers: readonly TransferView[] }) {
  const { words, format } = useLateText();
  const loss = useLoss();
  const sum = sumOf(transfers);
  const values = { files: format.count(words.files, sum.files), size: format.bytes(sum.bytes) };
  return (
    <div class="inbox-spare">
      <p>{fill(words.inbox.purgeHelp, values)}</p>
      <Delete
        label={words.inbox.purge}
        ask={loss(sum, 'for-good')}
        onDelete={() => {
          for (const { key } of transfers) model.purge(key);
          focusTitle();
        }}
      />
    </div>
  );
}
