/** The table of all transfers that this device knows, in both directions. */
import type { DeviceId } from '../protocol/signaling.ts';
import type { TransferKey } from '../transfer/view.ts';
import type { Incoming } from './incoming/incoming.ts';
import type { Link } from './link/link.ts';
import type { Outgoing } from './outgoing/outgoing.ts';

export class Transfers {
  readonly outgoing = new Map<TransferKey, Outgoing>();
  readonly incoming = new Map<TransferKey, Incoming>();

  get(key: TransferKey): Outgoing | Incoming | undefined {
    return this.outgoing.get(key) ?? this.incoming.get(key);
  }

  get all(): (Outgoing | Incoming)[] {
    return [...this.outgoing.values(), ...this.incoming.values()];
  }

  /** Transfers that run over `link`. */
  on(link: Link): (Outgoing | Incoming)[] {
    return this.all.filter((transfer) => transfer.link === link);
  }

  to(peer: DeviceId): Outgoing[] {
    return [...this.outgoing.values()].filter((outgoing) => outgoing.peer === peer);
  }

  from(peer: DeviceId): Incoming[] {
    return [...this.incoming.values()].filter((incoming) => incoming.peer === peer);
  }

  delete(key: TransferKey): void {
    this.outgoing.delete(key);
    this.incoming.delete(key);
  }
}
