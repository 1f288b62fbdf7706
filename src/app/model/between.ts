/** What went between the owner of this device and one person, as one line in time. Pure. */
import type { DeviceId } from '../../protocol/signaling.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';

/** When it was sent, or came, in Unix milliseconds; absent where nobody knows. */
export const timeOf = ({ begunAt, kept }: TransferView): number | undefined => begunAt ?? kept?.at;

/**
 * The transfers with `peer` in both directions, the oldest first, also those that no longer stand on the first screen: what
 * is hidden is not gone. Those in the trash are. `transfers`: newest first, as the model has them; those of earlier visits
 * come in any order. `past`: what was sent, also what no longer stands among them.
 */
export function between(
  transfers: readonly TransferView[],
  past: ReadonlyMap<TransferKey, TransferView>,
  peer: DeviceId,
): readonly TransferView[] {
  const now = new Set(transfers.map(({ key }) => key));
  const before = [...past.values()].filter(({ key }) => !now.has(key));
  const own = [...transfers, ...before]
    .filter((transfer) => transfer.peer === peer && !transfer.kept?.deleted)
    .reverse();
  const time = (transfer: TransferView): number => timeOf(transfer) ?? Number.MAX_SAFE_INTEGER;
  return own.sort((a, b) => time(a) - time(b)); // stable: what has no time keeps the order of the model
}
