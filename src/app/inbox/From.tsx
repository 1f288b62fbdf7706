/** From whom something came, and when. */
import type { TransferView } from '../../transfer/view.ts';
import { Name } from '../components/Name.tsx';
import { Phrase } from '../components/Phrase.tsx';
import { useText } from '../i18n/context.ts';

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
