/** The state word, the figures, and what is known about the way. */
import type { TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { Icon } from './icons.tsx';
import { isActive, isDone, secondsLeft, share } from './progress.ts';

export function TransferState({ transfer }: { transfer: TransferView }) {
  const { words } = useText();
  const { path, verified } = transfer;
  return (
    <div class="transfer-state">
      <strong class="state-word">{words.phase[transfer.phase]}</strong>
      <Figures transfer={transfer} />
      {(path || verified) && (
        <span class="chips">
          {path && <span class="chip">{words.path[path]}</span>}
          {verified && (
            <span class="chip good">
              <Icon name="check" />
              {words.verified}
            </span>
          )}
        </span>
      )}
    </div>
  );
}

function Figures({ transfer }: { transfer: TransferView }) {
  const { words, format } = useText();
  const { totalBytes, storedBytes, bytesPerSecond } = transfer;
  const total = format.bytes(totalBytes);
  if (isDone(transfer) || (storedBytes === 0 && transfer.phase !== 'sending' && transfer.phase !== 'receiving'))
    return <span class="figures">{total}</span>;
  const left = isActive(transfer) ? secondsLeft(transfer) : undefined;
  const parts = [
    fill(words.doneOf, { done: format.bytes(storedBytes), total }),
    ...(left !== undefined && bytesPerSecond ? [fill(words.speed, { size: format.bytes(bytesPerSecond) })] : []),
    ...(left === undefined ? [] : [fill(words.timeLeft, { time: format.duration(left) })]),
  ];
  return (
    <>
      <span class="percent" aria-hidden="true">
        {format.percent(share(transfer))}
      </span>
      <span class="figures">
        {parts.map((part, index) => (
          <span key={part} class="whole">
            {part}
            {index < parts.length - 1 && ' · '}
          </span>
        ))}
      </span>
    </>
  );
}
