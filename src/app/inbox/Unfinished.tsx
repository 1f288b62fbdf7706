/** A partly received transfer: how much has arrived, how long it is kept, and a way to free its room now. */
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { Title } from '../pieces/Title.tsx';
import { titleOf } from '../pieces/titles.ts';
import { Delete } from './Delete.tsx';
import { From } from './From.tsx';

type Props = { transfers: readonly TransferView[]; onDelete: (key: TransferKey) => void };

export function Unfinished({ transfers, onDelete }: Props) {
  const text = useLateText();
  const { words, format } = text;
  if (transfers.length === 0) return null;
  return (
    <section class="inbox-unfinished" aria-labelledby="unfinished-title">
      <h3 id="unfinished-title">{words.inbox.unfinished}</h3>
      <ul class="inbox-list" aria-labelledby="unfinished-title">
        {transfers.map((transfer) => (
          <li key={transfer.key} class="unfinished">
            <strong class="inbox-name">
              <Title transfer={transfer} />
            </strong>
            <p class="figures">
              <From transfer={transfer} />
              {fill(words.inbox.arrived, {
                done: format.bytes(transfer.storedBytes),
                total: format.bytes(transfer.totalBytes),
              })}
            </p>
            {transfer.kept?.goesAt !== undefined && (
              <p class="hint">{fill(words.inbox.expires, { date: format.day(transfer.kept.goesAt) })}</p>
            )}
            <div class="actions">
              <Delete
                label={words.inbox.remove}
                name={fill(words.inbox.removeNamed, { name: titleOf(transfer, text) })}
                ask={words.inbox.askUnfinished}
                onDelete={() => onDelete(transfer.key)}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
