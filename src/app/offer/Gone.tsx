/**
 * An offer vanished before it was answered: says so where its answers stood. A finger that was on its way to one of them
 * must not press what lies beneath.
 */
import { useEffect } from 'preact/hooks';
import type { OfferView, TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { spokenOf, usePeople } from '../pieces/people.ts';

/** Long enough to be read, in milliseconds. The list of transfers says it, too. */
const SHOWN_MS = 12_000;

type Props = { offer: OfferView; isAbsent: boolean; onClose: () => void };

export function Gone({ offer, isAbsent, onClose }: Props) {
  const { words } = useLateText();
  const people = usePeople();
  useEffect(() => {
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  const text = isAbsent ? words.offered.gone : words.offered.withdrawn;
  return (
    <div class="offer-gone" role="status">
      <p>{fill(text, { name: spokenOf(people, { id: offer.peer, name: offer.peerName }, words) })}</p>
      <button class="button" type="button" onClick={onClose}>
        {words.offered.close}
      </button>
    </div>
  );
}

/** How an offer ended that nobody here has answered; `undefined` for one that was. */
export function endOf(transfer: TransferView | undefined): 'absent' | 'withdrawn' | undefined {
  if (transfer?.phase === 'failed') return 'withdrawn';
  if (transfer?.phase !== 'cancelled' || transfer.by === 'me') return undefined;
  return transfer.by === 'absence' ? 'absent' : 'withdrawn';
}
