/** What is running now, and what it forbids. Pure. */
import { mayMove, outlivesReload } from '../../transfer/about-view.ts';
import type { OfferView, TransferView } from '../../transfer/view.ts';

/** Something moves, or may at any moment: the screen must stay on, because a sleeping phone closes its connections. */
export const isMoving = (transfers: readonly TransferView[]): boolean => transfers.some(mayMove);

/**
 * True when a reload would harm no transfer: no offer waits for an answer, nothing arrives, and this page holds no
 * files of unfinished transfers. Ended transfers, and those that wait for the other side, are stored.
 */
export const mayReload = (offers: readonly OfferView[], transfers: readonly TransferView[]): boolean =>
  offers.length === 0 && transfers.every(outlivesReload);
