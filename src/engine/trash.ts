/** Transfers that a person has deleted: they can be restored for a day, and are then freed. */
import { leftInTrash } from '../transfer/keeping.ts';
import type { Incoming } from './incoming/incoming.ts';
import type { Transfers } from './transfers.ts';

/** Longest time between two checks, in milliseconds. Each records how much time has passed. */
const LOOK_MS = 60 * 60 * 1000;

type TrashPorts = {
  readonly now: () => number;
  readonly schedule: (task: () => void, ms: number) => () => void;
  /** Forgets a transfer for good. */
  readonly purge: (transfer: Incoming) => void;
};

export class Trash {
  readonly #transfers: Transfers;
  readonly #ports: TrashPorts;
  #cancel: (() => void) | undefined;

  constructor(transfers: Transfers, ports: TrashPorts) {
    this.#transfers = transfers;
    this.#ports = ports;
  }

  /** Call it when the engine starts and after a deletion; from then on it checks by itself. */
  look(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    const now = this.#ports.now();
    let next = LOOK_MS;
    let isEmpty = true;
    for (const transfer of [...this.#transfers.incoming.values()]) {
      transfer.mark({ type: 'seen', now });
      if (!transfer.deleted) continue;
      const left = leftInTrash(transfer.deleted);
      if (left === 0) {
        this.#ports.purge(transfer);
        continue;
      }
      isEmpty = false;
      next = Math.min(next, left);
    }
    if (!isEmpty) this.#cancel = this.#ports.schedule(() => this.look(), next);
  }
}
