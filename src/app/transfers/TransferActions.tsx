/** The actions on a transfer in its present state. */
import { canPause, canResume, canRetry, isActive, isReceived } from '../../transfer/about-view.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';
import { usePeople } from '../pieces/people.ts';
import { hashOf } from '../place/place.ts';
import { SaveFiles } from '../saving/SaveFiles.tsx';
import { CancelButton } from './CancelButton.tsx';
import { FilesAgain } from './FilesAgain.tsx';

export type TransferCalls = Pick<
  Model,
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'attach'
  | 'reopen'
  | 'hide'
  | 'confirm'
  | 'retry'
  | 'savableFiles'
  | 'saveFile'
  | 'saveAll'
  | 'saveEach'
  | 'saveToFolder'
>;

type Props = { transfer: TransferView; calls: TransferCalls };

export function TransferActions({ transfer, calls }: Props) {
  const { words } = useLateText();
  const { key } = transfer;
  if (isActive(transfer)) return <Running transfer={transfer} calls={calls} />;
  return (
    <>
      {isReceived(transfer) && <SaveFiles transfer={transfer} calls={calls} />}
      <div class="actions">
        {canRetry(transfer) && <Again transfer={transfer} onPress={() => calls.retry(key)} />}
        <button class="button quiet" type="button" onClick={() => calls.hide(key)}>
          {words.hide}
        </button>
      </div>
    </>
  );
}

/** To somebody who is blocked nothing is sent: their screen says so, and offers to unblock. */
export function Again({ transfer: { peer }, onPress }: { transfer: TransferView; onPress: () => void }) {
  const { words } = useLateText();
  const text = (
    <>
      <Icon name="again" />
      {words.sendAgain}
    </>
  );
  return usePeople().all.value.get(peer)?.is === 'blocked' ? (
    <a class="button" href={hashOf({ screen: 'person', id: peer })}>
      {text}
    </a>
  ) : (
    <button class="button" type="button" onClick={onPress}>
      {text}
    </button>
  );
}

/** For a transfer that is under way, or could go on. */
export function Running({ transfer, calls }: { transfer: TransferView; calls: TransferCalls }) {
  const { words } = useLateText();
  const { key, needsFiles } = transfer;
  return (
    <div class="actions">
      {needsFiles && (
        <FilesAgain
          transfer={transfer}
          what={needsFiles}
          onReopen={() => calls.reopen(key)}
          onChosen={(files) => calls.attach(key, files)}
        />
      )}
      {canResume(transfer) && (
        <button class="button primary" type="button" onClick={() => calls.resume(key)}>
          <Icon name="play" />
          {words.resume}
        </button>
      )}
      {canPause(transfer) && (
        <button class="button" type="button" onClick={() => calls.pause(key)}>
          <Icon name="pause" />
          {words.pause}
        </button>
      )}
      <CancelButton transfer={transfer} onCancel={() => calls.cancel(key)} />
    </div>
  );
}
