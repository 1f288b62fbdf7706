/** What runs just now, and what it forbids. Pure. */
import type { OfferView, TransferView } from '../../transfer/view.ts';

/**
 * Bytes are moving, or may move at any moment: the screen stays on, for a phone that sleeps closes its connections. After a
 * reload a sender that compares its files is `waiting`, and may meanwhile look silent to its receiver.
 */
export function isMoving(transfers: readonly TransferView[]): boolean {
  return transfers.some(moves);
}

function moves(transfer: TransferView): boolean {
  switch (transfer.phase) {
    case 'sending':
    case 'receiving':
      return true;
    case 'waiting':
      return transfer.needsFiles === undefined; // else it waits for a person here, perhaps for days
    case 'interrupted':
      return transfer.cause === 'no-answer' && transfer.needsFiles === undefined;
    default:
      return false;
  }
}

/**
 * Whether loading the page again would harm no transfer: no offer waits for an answer, nothing arrives, and nothing is
 * unfinished whose files this page holds. What has ended, and what waits for its other side, is kept.
 */
export function mayReload(offers: readonly OfferView[], transfers: readonly TransferView[]): boolean {
  return offers.length === 0 && transfers.every(outlivesReload);
}

function outlivesReload({ phase, direction, needsFiles }: TransferView): boolean {
  switch (phase) {
    case 'waiting':
    case 'sending':
    case 'receiving':
      return false;
    case 'paused':
    case 'interrupted':
      return direction === 'receiving' || needsFiles !== undefined;
    default:
      return true;
  }
}
