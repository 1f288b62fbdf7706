/** What can be done with a transfer in its state. */
import type { TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import type { Model } from '../model.ts';
import { Dismiss } from './Dismiss.tsx';
import { Icon } from './icons.tsx';
import { canRetry, isActive } from './progress.ts';
import { SaveFiles } from './SaveFiles.tsx';

export type TransferCalls = Pick<
  Model,
  'cancel' | 'dismiss' | 'retry' | 'savableFiles' | 'saveFile' | 'saveAll' | 'saveToFolder'
>;

type Props = { transfer: TransferView; calls: TransferCalls; kept: boolean; onKept: () => void };

export function TransferActions({ transfer, calls, kept, onKept }: Props) {
  const { words } = useText();
  const { key } = transfer;
  if (isActive(transfer)) return <CancelButton onCancel={() => calls.cancel(key)} />;
  return (
    <>
      {transfer.phase === 'saved' && <SaveFiles transfer={transfer} calls={calls} onKept={onKept} />}
      <div class="actions">
        {canRetry(transfer) && (
          <button class="button" type="button" onClick={() => calls.retry(key)}>
            <Icon name="again" />
            {words.sendAgain}
          </button>
        )}
        <Dismiss unsaved={transfer.phase === 'saved' && !kept} onDismiss={() => calls.dismiss(key)} />
      </div>
    </>
  );
}

function CancelButton({ onCancel }: { onCancel: () => void }) {
  const { words } = useText();
  return (
    <div class="actions">
      <button class="button" type="button" onClick={onCancel}>
        <Icon name="cross" />
        {words.cancel}
      </button>
    </div>
  );
}
