/** Once strangers are kept out, those who already wait are told no: a person who wants the one wants none of the others. */
import { effect, untracked } from '@preact/signals';
import type { TransferKey } from '../../transfer/view.ts';
import type { Model } from '../model/model.ts';

/** `decline` declines one offer. Wherever the hour is begun, it happens here, until the returned function is called. */
export function declinesWhenClosed(
  { closed, offers }: Pick<Model, 'closed' | 'offers'>,
  decline: (key: TransferKey) => void,
): () => void {
  let before = closed.until.peek();
  return effect(() => {
    const until = closed.until.value;
    const isBegun = until !== undefined && until !== before;
    before = until;
    if (!isBegun) return;
    untracked(() => {
      for (const { key, isKnown } of offers.value) if (!isKnown) decline(key);
    });
  });
}
