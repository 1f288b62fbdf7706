/** What runs just now, and what it forbids. Pure. */
import { mayMove, outlivesReload } from '../../transfer/about-view.ts';
import type { OfferView, TransferView } from '../../transfer/view.ts';

/** Something moves, or may at any moment: the screen stays on, for a phone that sleeps closes its connections. */
export const isMoving = (transfers: readonly TransferView[]): boolean => transfers.some(mayMove);

/**
 * Whether loading the page again would harm no transfer: no offer waits for an answer, nothing arrives, and nothing is
 * unfinished whose files this page holds. What has ended, and what waits for its other side, is kept.
 */
export const mayReload = (offers: readonly OfferView[], transfers: readonly TransferView[]): boolean =>
  offers.length === 0 && transfers.every(outlivesReload);
