/** The state word, the figures, and, separate from them, what is known about the path. */
import { isActive, isDone, isFlowing } from '../../transfer/about-view.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import { secondsLeft, share } from '../model/progress.ts';
import { Icon } from '../pieces/icons.tsx';

export function TransferState({ transfer }: { transfer: TransferView }) {
  const { words } = useText();
  return (
    <div class="transfer-state">
      <strong class="state-word">{stateWord(transfer, words)}</strong>
      <Figures transfer={transfer} />
      {transfer.verified && (
        <span class="chip good">
          <Icon name="check" />
          {words.complete}
        </span>
      )}
    </div>
  );
}

function stateWord({ phase, direction }: TransferView, words: Messages): string {
  // The person's own answer reads differently from somebody else's.
  return phase === 'declined' && direction === 'receiving' ? words.declinedHere : words.phase[phase];
}

/** Details that only some people want: the path of the bytes, and that their digests matched. */
export function Details({ transfer: { path, verified } }: { transfer: TransferView }) {
  const { words } = useText();
  if (!path && !verified) return null;
  return (
    <p class="transfer-details">
      {path && <span>{words.path[path]}</span>}
      {path && verified && ' · '}
      {verified && <span>{words.verified}</span>}
    </p>
  );
}

function Figures({ transfer }: { transfer: TransferView }) {
  const { words, format } = useText();
  const { totalBytes, storedBytes, bytesPerSecond } = transfer;
  const total = format.bytes(totalBytes);
  if (isDone(transfer) || (storedBytes === 0 && !isFlowing(transfer))) return <span class="figures">{total}</span>;
  const left = isActive(transfer) ? secondsLeft(transfer) : undefined;
  // A part keeps its key and its place in the page while its figures change.
  const parts = [
    { key: 'done', says: fill(words.doneOf, { done: format.bytes(storedBytes), total }) },
    ...(left !== undefined && bytesPerSecond
      ? [{ key: 'speed', says: fill(words.speed, { size: format.bytes(bytesPerSecond) }) }]
      : []),
    ...(left === undefined ? [] : [{ key: 'left', says: fill(words.timeLeft, { time: format.duration(left) }) }]),
  ];
  return (
    <>
      <span class="percent" aria-hidden="true">
        {format.percent(share(transfer))}
      </span>
      <span class="figures">
        {parts.map(({ key, says }, index) => (
          <span key={key} class="whole">
            {says}
            {index < parts.length - 1 && ' · '}
          </span>
        ))}
      </span>
    </>
  );
}
