/**
 * An offer vanished before it was answered: says so where its answers stood. A finger that was on its way to one of them
 * must not press what lies beneath.
 */
import { useEffect } from 'preact/hooks';
import type { OfferView, TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { spokenOf, usePeople } from '../pieces/people.ts';
import { reason } from '../transfers/reason.ts';

/** Long enough to be read, in milliseconds. The list of transfers says it, too. */
const SHOWN_MS = 12_000;

type Props = { offer: OfferView; end: Unanswered; onClose: () => void };

export function Gone({ offer, end, onClose }: Props) {
  const { words } = useLateText();
  const people = usePeople();
  useEffect(() => {
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  const name = spokenOf(people, { id: offer.peer, name: offer.peerName }, words);
  const ending = end.phase === 'cancelled' && end.by === 'absence' ? words.offered.gone : words.offered.withdrawn;
  return (
    <div class="offer-gone" role="status">
      <p>{end.phase === 'failed' ? reason(end, { words, name }) : fill(ending, { name })}</p>
      <button class="button" type="button" onClick={onClose}>
        {words.offered.close}
      </button>
    </div>
  );
}

/** An offer that ended without an answer of the person here. */
export type Unanswered = Extract<TransferView, { readonly phase: 'failed' | 'cancelled' }>;

export function unanswered(transfer: TransferView | undefined): Unanswered | undefined {
  if (transfer?.phase === 'failed') return transfer;
  return transfer?.phase === 'cancelled' && transfer.by !== 'me' ? transfer : undefined;
}
