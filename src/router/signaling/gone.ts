/**
 * Devices that left for good since everybody was last told, with the versions of each time that they were listed: one
 * may come and leave several times between two deltas, and a client that knew it from the first time must hear that it
 * is gone. Pure.
 */
import type { DeviceId } from '../../protocol/signaling.ts';

/** The versions at which a device was listed, and was no longer listed. */
type Life = { readonly born: number; readonly died: number };

export class Gone {
  readonly #lives = new Map<DeviceId, readonly Life[]>();

  add(id: DeviceId, life: Life): void {
    this.#lives.set(id, [...(this.#lives.get(id) ?? []), life]);
  }

  /** Devices that a client at version `told` still believes to be listed, unless they are back. */
  since(told: number, isBack: (id: DeviceId) => boolean): readonly DeviceId[] {
    const wasKnown = ({ born, died }: Life): boolean => born <= told && died > told;
    return [...this.#lives].filter(([id, lives]) => !isBack(id) && lives.some(wasKnown)).map(([id]) => id);
  }

  clear(): void {
    this.#lives.clear();
  }
}
