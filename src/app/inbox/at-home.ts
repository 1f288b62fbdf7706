/** Which transfers the first screen lists. What was put on the device before this visit is done with: the inbox has it. */
import { useRef } from 'preact/hooks';
import { isHandedOver } from '../../transfer/keeping.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';

/** Decided when a transfer is first seen, so that no line vanishes under somebody's hand. */
export function useAtHome(transfers: readonly TransferView[]): readonly TransferView[] {
  const seen = useRef(new Map<TransferKey, boolean>());
  return transfers.filter((transfer) => {
    const isShown = seen.current.get(transfer.key) ?? !isHandedOver(transfer);
    seen.current.set(transfer.key, isShown);
    return isShown;
  });
}
