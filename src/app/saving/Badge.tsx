/** Where else received files are known to be: on the device, handed to the browser, or nowhere. */

import type { TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { Icon } from '../pieces/icons.tsx';
import { handedOver, whereabouts } from './whereabouts.ts';

export function Badge({ transfer, only }: { transfer: TransferView; only?: number }) {
  const { words } = useText();
  switch (whereabouts(transfer, only)) {
    case 'elsewhere':
      return (
        <span class="chip good">
          <Icon name="check" />
          {words.inbox.elsewhere}
        </span>
      );
    case 'handed':
      return <span class="chip">{words.inbox.handedOver}</span>;
    case 'some': {
      const values = { done: String(handedOver(transfer)), total: String(transfer.files) };
      return <span class="chip">{fill(words.inbox.someHandedOver, values)}</span>;
    }
    case 'here':
      return <span class="chip">{words.inbox.onlyHere}</span>;
  }
}
