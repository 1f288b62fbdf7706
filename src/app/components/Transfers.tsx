/** What is on its way and what has ended, newest first, until a person takes it off the list. */
import { useEffect, useRef } from 'preact/hooks';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import type { TransferCalls } from './TransferActions.tsx';
import { TransferItem } from './TransferItem.tsx';

export function Transfers({ transfers, calls }: { transfers: readonly TransferView[]; calls: TransferCalls }) {
  const { words } = useText();
  const list = useRef<HTMLUListElement>(null);
  const known = useRef<ReadonlySet<TransferKey>>(new Set());
  useEffect(() => {
    // A transfer begins with a press further up the page: show where to watch it.
    const isNew = transfers.some(({ key }) => !known.current.has(key));
    known.current = new Set(transfers.map(({ key }) => key));
    if (isNew) list.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [transfers.length, transfers[0]?.key]);
  if (transfers.length === 0) return null;
  return (
    <section class="transfers">
      <h2 id="transfers-title">{words.transfers}</h2>
      <ul ref={list} class="transfer-list" aria-labelledby="transfers-title">
        {transfers.map((transfer) => (
          <TransferItem key={transfer.key} transfer={transfer} calls={calls} />
        ))}
      </ul>
    </section>
  );
}
