/** The whole keys of other devices: a letter is sealed with them, and an id is only their beginning. */
import { idOf, type PublicKey } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';

export class KeyBook {
  readonly #keys = new Map<DeviceId, PublicKey>();
  readonly #ask: (id: DeviceId) => Promise<PublicKey | undefined>;

  /** `ask`: asks the router. What it says is believed only if it fits, and 96 bits leave nobody else that does. */
  constructor(ask: (id: DeviceId) => Promise<PublicKey | undefined>) {
    this.#ask = ask;
  }

  /** Somebody has shown to have this key, or people have made sure of it. */
  learn(key: PublicKey): void {
    this.#keys.set(idOf(key), key);
  }

  /** `told`: as the page knows it. */
  async keyOf(id: DeviceId, told?: PublicKey): Promise<PublicKey | undefined> {
    const known = this.#keys.get(id) ?? told ?? (await this.#ask(id));
    if (known === undefined || idOf(known) !== id) return undefined;
    this.#keys.set(id, known);
    return known;
  }
}
