/** The bar of progress, drawn as a line between two stops. */
import { isDone } from '../../transfer/about-view.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { share } from '../model/progress.ts';
import { titleOf } from '../pieces/titles.ts';

export function Track({ transfer }: { transfer: TransferView }) {
  const text = useText();
  const { words } = text;
  const percent = Math.floor(share(transfer) * 100);
  return (
    <div class="track" data-arrived={isDone(transfer)}>
      <progress
        value={percent}
        max={100}
        aria-valuenow={percent}
        aria-label={fill(words.progress, { name: titleOf(transfer, text) })}
      />
    </div>
  );
}
