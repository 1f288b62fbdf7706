/** Where received files are, in one of three words: only in this app, arrived (no more is known), saved to the device. */

import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { Icon } from '../pieces/icons.tsx';
import { saved, whereabouts } from './whereabouts.ts';

/** `only`: the index of one file; all of the transfer when absent. */
export function Badge({ transfer, only }: { transfer: TransferView; only?: number }) {
  const { words } = useLateText();
  const { where, someSaved } = words.inbox;
  const is = whereabouts(transfer, only);
  if (is === 'saved')
    return (
      <span class="chip good">
        <Icon name="check" />
        {where.saved}
      </span>
    );
  const done = only === undefined ? saved(transfer) : 0;
  return (
    <span class="chip open">
      {done > 0 ? fill(someSaved, { done: String(done), total: String(transfer.files) }) : where[is]}
    </span>
  );
}
