/** The state word, the figures, and, separate from them, what is known about the path. */
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import type { Words } from '../i18n/words/words.ts';
import { figuresOf } from '../model/progress.ts';
import { Icon } from '../pieces/icons.tsx';
import { FiguresText } from './FiguresText.tsx';

export function TransferState({ transfer }: { transfer: TransferView }) {
  const { words } = useLateText();
  return (
    <div class="transfer-state">
      <strong class="state-word">{stateWord(transfer, words)}</strong>
      <FiguresText figures={figuresOf([transfer])} />
      {transfer.verified && (
        <span class="chip good">
          <Icon name="check" />
          {words.complete}
        </span>
      )}
    </div>
  );
}

export function stateWord({ phase, direction }: TransferView, words: Words): string {
  // The person's own answer reads differently from somebody else's.
  return phase === 'declined' && direction === 'receiving' ? words.declinedHere : words.phase[phase];
}

/** Details that only some people want: the path of the bytes, and that their digests matched. */
export function Details({ transfer: { path, verified } }: { transfer: TransferView }) {
  const { words } = useLateText();
  if (!path && !verified) return null;
  return (
    <p class="transfer-details">
      {path && <span>{words.path[path]}</span>}
      {path && verified && ' · '}
      {verified && <span>{words.verified}</span>}
    </p>
  );
}
