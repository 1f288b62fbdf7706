/** The others whom a person here wants to reach: their names go along, and what fails then must be heard of. */
import type { DeviceId } from '../../protocol/signaling.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { type Heard, nameOf } from '../model/name-of.ts';
import type { Warnings } from './warnings.ts';

export type Whom = {
  /** What they call themselves; empty for somebody who was never heard of here. */
  nameOf(peer: DeviceId): string;
  /** The person here wants something of them now. */
  wanted(peer: DeviceId): void;
  /** The same, of whoever is at the other end of a transfer. */
  wantedOf(key: TransferKey): void;
};

export function whomOf(heard: Heard, warnings: Pick<Warnings, 'tries'>): Whom {
  return {
    nameOf: (peer) => nameOf(heard, peer) ?? '',
    wanted: (peer) => warnings.tries(peer),
    wantedOf(key) {
      const transfer = heard.transfers.peek().find((one) => one.key === key);
      if (transfer) warnings.tries(transfer.peer);
    },
  };
}
