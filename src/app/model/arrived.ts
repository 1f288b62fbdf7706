/** What has arrived under the eyes of this page and waits to be saved: the person is led to its button. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { isHandedOver } from '../../transfer/about-view.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';

/**
 * Those that became whole in this visit and were not yet handed over, newest first. What an earlier visit left is no news, and
 * neither is what was there when the page took over from another.
 */
export function watchArrived(
  transfers: ReadonlySignal<readonly TransferView[]>,
): ReadonlySignal<readonly TransferView[]> {
  const phases = new Map<TransferKey, TransferView['phase']>();
  const arrived = new Set<TransferKey>();
  const waiting = computed(() =>
    transfers.value.filter((transfer) => {
      const before = phases.get(transfer.key);
      phases.set(transfer.key, transfer.phase);
      if (transfer.phase === 'saved' && before !== undefined && before !== 'saved') arrived.add(transfer.key);
      return arrived.has(transfer.key) && !isHandedOver(transfer);
    }),
  );
  // A small file is whole within a moment: every step counts, also while nothing reads the list.
  effect(() => void waiting.value);
  return waiting;
}
