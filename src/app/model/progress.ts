/** Figures of transfers: the progress and the time left. */
import { isActive, isDone, isFlowing } from '../../transfer/about-view.ts';
import type { TransferView } from '../../transfer/view.ts';

/** What is told in figures of one transfer, or of several together. */
export type Figures = {
  readonly totalBytes: number;
  readonly storedBytes: number;
  /** 0 while nothing moves. */
  readonly bytesPerSecond: number;
  /** `done`: all that can arrive has; `open`: some of it still may; `ended`: nothing has arrived, and nothing will. */
  readonly stage: 'flowing' | 'open' | 'done' | 'ended';
};

/** Of several together, those that came to nothing count only while there are no others: the rest can still be complete. */
export function figuresOf(transfers: readonly TransferView[]): Figures {
  const hopeful = transfers.filter((one) => isActive(one) || isDone(one));
  const counted = hopeful.length > 0 ? hopeful : transfers;
  const sum = (of: (one: TransferView) => number): number => counted.reduce((total, one) => total + of(one), 0);
  return {
    totalBytes: sum(({ totalBytes }) => totalBytes),
    storedBytes: sum((one) => (isDone(one) ? one.totalBytes : one.storedBytes)),
    bytesPerSecond: sum(({ bytesPerSecond = 0 }) => bytesPerSecond),
    stage: stageOf(counted),
  };
}

function stageOf(transfers: readonly TransferView[]): Figures['stage'] {
  if (transfers.some(isFlowing)) return 'flowing';
  if (transfers.some(isActive)) return 'open';
  return transfers.some(isDone) ? 'done' : 'ended';
}

/** Share of the bytes that are stored, 0 to 1. Transfers of empty files are either not begun or done. */
export function shareOf({ totalBytes, storedBytes, stage }: Figures): number {
  if (stage === 'done') return 1;
  if (totalBytes <= 0) return 0;
  return Math.min(1, Math.max(0, storedBytes / totalBytes));
}

export const share = (transfer: TransferView): number => shareOf(figuresOf([transfer]));

/** Seconds left at the recent speed; absent while nothing moves. */
export function secondsLeft({
  totalBytes,
  storedBytes,
  bytesPerSecond = 0,
}: Pick<TransferView, 'totalBytes' | 'storedBytes' | 'bytesPerSecond'>): number | undefined {
  return bytesPerSecond > 0 ? Math.max(0, totalBytes - storedBytes) / bytesPerSecond : undefined;
}

/** Share of all running transfers, by bytes; absent when none runs. */
export function overallShare(transfers: readonly TransferView[]): number | undefined {
  const running = transfers.filter(isFlowing);
  const total = running.reduce((sum, transfer) => sum + transfer.totalBytes, 0);
  const stored = running.reduce((sum, transfer) => sum + transfer.storedBytes, 0);
  return total > 0 ? Math.min(1, stored / total) : undefined;
}
