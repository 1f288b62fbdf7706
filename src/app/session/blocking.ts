/**
 * What blocking somebody does to what is under way with them: it stops here, and their offers go. Their connections are
 * closed before that (`Hearing`), so that they hear of nobody stopping anything: this device seems to have left.
 */
import type { PersonMessage } from '../../engine/api/api.ts';
import { isActive } from '../../transfer/about-view.ts';
import type { OfferView, TransferView } from '../../transfer/view.ts';
import type { People } from '../people/people.ts';

type Under = { readonly transfers: readonly TransferView[]; readonly offers: readonly OfferView[] };

/** What the engine must be told now. */
export function stopped(people: Pick<People, 'isBlocked'>, { transfers, offers }: Under): readonly PersonMessage[] {
  const active = transfers.filter((transfer) => people.isBlocked(transfer.peer) && isActive(transfer));
  const open = offers.filter(({ peer }) => people.isBlocked(peer));
  return [
    ...active.map(({ key }): PersonMessage => ({ type: 'cancel', key })),
    // Without its connection an unanswered offer has ended: nothing of it needs to stand in the list.
    ...open.map(({ key }): PersonMessage => ({ type: 'hide', key })),
  ];
}
