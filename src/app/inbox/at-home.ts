/**
 * Which transfers the first screen lists. Those that were hidden, or handed over before this visit, are only in the
 * inbox.
 */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { isHandedOver } from '../../transfer/about-view.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';

/** Decided when a transfer is first seen, so that no row vanishes under a finger. */
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
  // Another screen may be shown when a transfer arrives and when it is saved.
  effect(() => void shown.value);
  return shown;
}
