/** The sender of a transfer, and its time. */
import type { TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import { Name } from '../pieces/Name.tsx';
import { Phrase } from '../pieces/Phrase.tsx';

export function From({ transfer: { peerName, kept } }: { transfer: TransferView }) {
  const { words, format } = useText();
  return (
    <span class="from">
      <span>
        <Phrase text={words.from}>
          <Name of={peerName} />
        </Phrase>
      </span>{' '}
      {kept && <span>{format.moment(kept.at)}</span>}
    </span>
  );
}
