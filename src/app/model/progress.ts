/** Figures of transfers: the progress and the time left. */
import { isDone, isFlowing } from '../../transfer/about-view.ts';
import type { TransferView } from '../../transfer/view.ts';

/** Share of the bytes that are stored, 0 to 1. Transfers of empty files are either not begun or done. */
export function share(transfer: TransferView): number {
  if (isDone(transfer)) return 1;
  if (transfer.totalBytes <= 0) return 0;
  return Math.min(1, Math.max(0, transfer.storedBytes / transfer.totalBytes));
}

/** Seconds left at the recent speed; absent while nothing moves. */
export function secondsLeft({ totalBytes, storedBytes, bytesPerSecond = 0 }: TransferView): number | undefined {
  return bytesPerSecond > 0 ? Math.max(0, totalBytes - storedBytes) / bytesPerSecond : undefined;
}

/** Share of all running transfers, by bytes; absent when none runs. */
export function overallShare(transfers: readonly TransferView[]): number | undefined {
  const running = transfers.filter(isFlowing);
  const total = running.reduce((sum, transfer) => sum + transfer.totalBytes, 0);
  const stored = running.reduce((sum, transfer) => sum + transfer.storedBytes, 0);
  return total > 0 ? Math.min(1, stored / total) : undefined;
}
