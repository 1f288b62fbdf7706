/**
 * Which devices are no strangers: those with which a transfer was agreed before, either way, on this visit or on one that
 * left a record. Ids are claims; until devices prove who they are (keys), that is all there is to go by.
 */
import type { DeviceId } from '../protocol/signaling.ts';

/** What a transfer shows of that. */
type Agreeable = { readonly peer: DeviceId; readonly wasAgreed: boolean };

export class Acquaintances {
  readonly #known = new Set<DeviceId>();
  readonly #tell: (peers: readonly DeviceId[]) => void;

  /** `tell` hears of all that are known, whenever there is one more. */
  constructor(tell: (peers: readonly DeviceId[]) => void) {
    this.#tell = tell;
  }

  /** To be called whenever a transfer may have come to an agreement. Who is known stays so for this visit. */
  note({ peer, wasAgreed }: Agreeable): void {
    if (!wasAgreed || this.#known.has(peer)) return;
    this.#known.add(peer);
    this.#tell([...this.#known]);
  }

  has(peer: DeviceId): boolean {
    return this.#known.has(peer);
  }
}
