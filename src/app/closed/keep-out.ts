/** Keeps strangers out for an hour, and says no to those who already wait: a person who wants it wants none of these. */
import type { TransferKey } from '../../transfer/view.ts';
import type { Model } from '../model/model.ts';

/** `decline` declines one offer. */
export function keepOut(
  { closed, offers }: Pick<Model, 'closed' | 'offers'>,
  decline: (key: TransferKey) => void,
): void {
  closed.begin();
  for (const { key, isKnown } of offers.peek()) if (!isKnown) decline(key);
}
