/** Transfers that have completed while this page watched and wait to be saved: the person is led to their button. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { isHandedOver, isReceived } from '../../transfer/about-view.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';

/**
 * Transfers that completed in this visit and were not yet handed over, newest first. Those of an earlier visit are no
 * news, and neither are those that existed when this page took over from another. It watches as long as the page is open.
 */
export function watchArrived(
  transfers: ReadonlySignal<readonly TransferView[]>,
): ReadonlySignal<readonly TransferView[]> {
  const received = new Map<TransferKey, boolean>();
  const arrived = new Set<TransferKey>();
  const waiting = computed(() =>
    transfers.value.filter((transfer) => {
      const was = received.get(transfer.key);
      received.set(transfer.key, isReceived(transfer));
      if (isReceived(transfer) && was === false) arrived.add(transfer.key);
      return arrived.has(transfer.key) && !isHandedOver(transfer);
    }),
  );
  // A small file completes within a moment: every step counts, even while nothing reads the list.
  effect(() => void waiting.value);
  return waiting;
}
