/** What is under way, for one line about all of it. Pure but for what it remembers of this visit. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { isFlowing, isStanding } from '../../transfer/about-view.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { secondsLeft } from '../model/progress.ts';

/**
 * Transfers whose bytes move, and those that moved in this visit and stand still: a line that vanished when a path was lost
 * would be read as an end. It has to be read as long as anything may move: what nobody reads has not moved.
 */
export function watchUnderway(
  transfers: ReadonlySignal<readonly TransferView[]>,
): ReadonlySignal<readonly TransferView[]> {
  const moved = new Set<TransferKey>();
  return computed(() =>
    transfers.value.filter((transfer) => {
      if (isFlowing(transfer)) moved.add(transfer.key);
      return isFlowing(transfer) || (isStanding(transfer) && moved.has(transfer.key));
    }),
  );
}

/** Whole per cent of all of them by bytes, rounded down: 100 means all. */
export function percentOf(transfers: readonly TransferView[]): number {
  const total = transfers.reduce((sum, { totalBytes }) => sum + totalBytes, 0);
  const stored = transfers.reduce((sum, { storedBytes }) => sum + storedBytes, 0);
  return total > 0 ? Math.floor(Math.min(1, stored / total) * 100) : 0;
}

/** From here on a phone may go to sleep before it is done: many do after half a minute. In seconds. */
const LONG_S = 30;

/** True when some of it takes so long that the person has to keep the screen on. */
export const isLong = (transfers: readonly TransferView[]): boolean =>
  transfers.some((transfer) => isFlowing(transfer) && (secondsLeft(transfer) ?? 0) > LONG_S);
