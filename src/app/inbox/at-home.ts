/** Which transfers the first screen lists. What was hidden, or handed over before this visit, is done with: the inbox has it. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { isHandedOver } from '../../transfer/about-view.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';

/** Decided when a transfer is first seen, so that no line vanishes under somebody's hand. */
export function watchAtHome(
  transfers: ReadonlySignal<readonly TransferView[]>,
): ReadonlySignal<readonly TransferView[]> {
  const seen = new Map<TransferKey, boolean>();
  const shown = computed(() =>
    transfers.value.filter((transfer) => {
      if (transfer.kept?.isHidden || transfer.kept?.deleted) return false;
      const isShown = seen.get(transfer.key) ?? !isHandedOver(transfer);
      seen.set(transfer.key, isShown);
      return isShown;
    }),
  );
  // Another screen may be up when a transfer comes, and when it is put on the device.
  effect(() => void shown.value);
  return shown;
}
