/** Transfers deleted within a day: their size, when they go for good, and how to restore them. */
import { leftInTrash } from '../../transfer/keeping.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { Icon } from '../pieces/icons.tsx';
import { Title } from '../pieces/Title.tsx';
import { titleOf } from '../pieces/titles.ts';
import { usePages } from '../pieces/usePages.tsx';
import type { InboxCalls } from './calls.ts';
import { Delete, useLoss } from './Delete.tsx';
import { From } from './From.tsx';
import { sumOf } from './inbox.ts';
import { focusTitle, ScreenHead } from './ScreenHead.tsx';

const PAGE_ROWS = 50;

type Props = { transfers: readonly TransferView[]; model: InboxCalls; onBack: () => void };

export function DeletedScreen({ transfers, model, onBack }: Props) {
  const { words, format } = useLateText();
  const loss = useLoss();
  const { shown, more } = usePages(transfers, PAGE_ROWS);
  const sum = sumOf(transfers);
  return (
    <main class="page inbox">
      <ScreenHead title={words.inbox.deleted} onBack={onBack}>
        {transfers.length > 0 ? (
          <p class="inbox-sum">
            {fill(words.inbox.sum, { files: format.count(words.files, sum.files), size: format.bytes(sum.bytes) })}
          </p>
        ) : (
          <p class="hint">{words.inbox.deletedNone}</p>
        )}
        {transfers.length > 0 && <p class="hint">{words.inbox.deletedHelp}</p>}
      </ScreenHead>
      <ul class="inbox-list" aria-label={words.inbox.deleted}>
        {shown.map((transfer) => (
          <Deleted
            key={transfer.key}
            transfer={transfer}
            onUndo={() => {
              model.restore(transfer.key);
              focusTitle();
            }}
          />
        ))}
      </ul>
      {more}
      {transfers.length > 0 && (
        <section class="inbox-storage">
          <Delete
            label={words.inbox.purge}
            ask={loss(sum, 'for-good')}
            onDelete={() => {
              for (const { key } of transfers) model.purge(key);
              focusTitle();
            }}
          />
        </section>
      )}
    </main>
  );
}

function Deleted({ transfer, onUndo }: { transfer: TransferView; onUndo: () => void }) {
  const text = useLateText();
  const { words, format } = text;
  const { kept, contents, files, totalBytes } = transfer;
  return (
    <li class="unfinished">
      <strong class="inbox-name">
        <Title transfer={transfer} />
      </strong>
      <p class="figures">
        <From transfer={transfer} />
        {files > 1 && contents === 'named' && <>{format.count(words.files, files)} · </>}
        {format.bytes(totalBytes)}
      </p>
      {kept?.deleted && (
        <p class="hint">
          {fill(words.inbox.goes, { date: format.moment(kept.deleted.seenAt + leftInTrash(kept.deleted)) })}
        </p>
      )}
      <div class="actions">
        <button
          class="button"
          type="button"
          aria-label={fill(words.inbox.undoNamed, { name: titleOf(transfer, text) })}
          onClick={onUndo}
        >
          <Icon name="again" />
          {words.inbox.undo}
        </button>
      </div>
    </li>
  );
}
