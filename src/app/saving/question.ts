/** "Is it there?": of which files a person is asked, who alone can know that. Pure. */
import type { Ranges } from '../../protocol/peer.ts';
import type { TransferView } from '../../transfer/view.ts';
import { notKnown, unconfirmed } from './whereabouts.ts';
import type { Outcome, Save } from './work.ts';

/** `of`: the save that handed them over; absent when that was in an earlier visit, or another tab. */
export type Question = { readonly files: Ranges; readonly of?: Save };

/**
 * First of exactly the files that were just handed over, and of no others: a "yes" lets them be deleted here. Then of those
 * that bear a mark since earlier. Undefined when there is nothing to ask; `only`: of the file with this index.
 */
export function questionOf(transfer: TransferView, last: Outcome | undefined, only?: number): Question | undefined {
  const just = last?.result === 'handed' ? notKnown(transfer, last.of.files) : [];
  if (last && just.length > 0) return { files: just, of: last.of };
  const open = unconfirmed(transfer, only);
  return open.length > 0 ? { files: open } : undefined;
}
