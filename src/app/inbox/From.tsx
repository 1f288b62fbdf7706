/** The sender of a transfer, and its time. */
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { Phrase } from '../pieces/Phrase.tsx';
import { Who } from '../pieces/Who.tsx';

export function From({ transfer: { peer, peerName, kept } }: { transfer: TransferView }) {
  const { words, format } = useLateText();
  return (
    <span class="from">
      <span>
        <Phrase text={words.from}>
          <Who id={peer} name={peerName} />
        </Phrase>
      </span>{' '}
      {kept && <span>{format.moment(kept.at)}</span>}
    </span>
  );
}
