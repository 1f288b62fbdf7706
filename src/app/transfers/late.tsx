/** The list of transfers, and the bar that leads to what has arrived: in a chunk of their own. */
import { late } from '../late/late.tsx';

const list = late(async () => (await import('./TransferParts.tsx')).Transfers, null);
const bar = late(async () => (await import('./TransferParts.tsx')).ArrivedBar, null);

export function fetchTransfers(): void {
  list.fetch();
  bar.fetch();
}

export const LateTransfers = list.Late;
export const LateArrivedBar = bar.Late;
