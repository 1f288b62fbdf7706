/** The whole keys of other devices: a letter is sealed with them, and an id is only their beginning. */
import { idOf, type PublicKey } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';

/** How long a person waits for a link, in milliseconds. */
const MEET_MS = 10_000;

export type KeyBookPorts = {
  /** Asks the router. What it says is believed only if it fits, and 96 bits leave nobody else that does. */
  readonly ask: (id: DeviceId) => Promise<PublicKey | undefined>;
  readonly isPresent: (id: DeviceId) => boolean;
  /** Makes a link to a device: its key is learned then. */
  readonly meet: (id: DeviceId) => void;
  readonly schedule: (task: () => void, ms: number) => () => void;
};

export class KeyBook {
  readonly #ports: KeyBookPorts;
  readonly #keys = new Map<DeviceId, PublicKey>();
  readonly #meetings = new Map<DeviceId, Set<() => void>>();

  constructor(ports: KeyBookPorts) {
    this.#ports = ports;
  }

  /** Somebody has shown to have this key, or people have made sure of it. */
  learn(key: PublicKey): void {
    const id = idOf(key);
    this.#keys.set(id, key);
    for (const end of this.#meetings.get(id) ?? []) end();
  }

  /** `told`: as the page knows it. A router that holds no words knows no keys either; then whoever is here is asked. */
  async keyOf(id: DeviceId, told?: PublicKey): Promise<PublicKey | undefined> {
    const known = this.#keys.get(id) ?? told ?? (await this.#ports.ask(id)) ?? (await this.#met(id));
    if (known === undefined || idOf(known) !== id) return undefined;
    this.#keys.set(id, known);
    return known;
  }

  async #met(id: DeviceId): Promise<PublicKey | undefined> {
    const { isPresent, meet, schedule } = this.#ports;
    if (!isPresent(id)) return undefined;
    await new Promise<void>((end) => {
      this.#meetings.set(id, (this.#meetings.get(id) ?? new Set()).add(end));
      schedule(end, MEET_MS);
      meet(id);
    });
    this.#meetings.delete(id);
    return this.#keys.get(id);
  }
}
