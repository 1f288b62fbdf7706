/** What runs just now, and what it forbids. Pure. */
import type { OfferView, TransferView } from '../transfer/view.ts';

/** Bytes are moving: the screen stays on, for a phone that sleeps closes its connections. */
export function isMoving(transfers: readonly TransferView[]): boolean {
  return transfers.some(({ phase }) => phase === 'sending' || phase === 'receiving');
}

/**
 * Whether loading the page again would harm nothing: no offer waits for an answer, nothing arrives, and nothing is
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
