/**
 * The devices that are no strangers: a transfer with them was agreed before, in either direction, on this visit or on
 * one that left a record. Their ids are proven: a link to a device is used only after it has shown its key.
 */
import type { DeviceId } from '../protocol/signaling.ts';

/** What a transfer shows of an agreement. */
type Agreeable = { readonly peer: DeviceId; readonly wasAgreed: boolean };

export class Acquaintances {
  readonly #known = new Set<DeviceId>();
  readonly #tell: (peers: readonly DeviceId[]) => void;

  /** `tell` gets all known devices each time there is one more. */
  constructor(tell: (peers: readonly DeviceId[]) => void) {
    this.#tell = tell;
  }

  /** Call it whenever a transfer may have been agreed. A device stays known for the rest of this visit. */
  note({ peer, wasAgreed }: Agreeable): void {
    if (!wasAgreed || this.#known.has(peer)) return;
    this.#known.add(peer);
    this.#tell([...this.#known]);
  }

  has(peer: DeviceId): boolean {
    return this.#known.has(peer);
  }
}
