/**
 * Devices that left for good since everybody was last told, or are there for others than before, with the versions of each
 * time that they were listed: one may come and leave several times between two deltas, and a client that knew it from the
 * first time must hear that it is gone. Pure.
 */
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Audience } from './sight.ts';

/** The versions at which a device was listed, and was no longer listed; and for whom. */
type Life = { readonly born: number; readonly died: number; readonly audience: Audience };

/** A device that is no longer there for those who saw it. */
export type Departed = { readonly id: DeviceId; readonly audience: Audience };

export class Gone {
  readonly #lives = new Map<DeviceId, readonly Life[]>();

  add(id: DeviceId, life: Life): void {
    this.#lives.set(id, [...(this.#lives.get(id) ?? []), life]);
  }

  /** Devices that a client at version `told` still believes to be listed, if it saw them. */
  since(told: number): readonly Departed[] {
    return [...this.#lives].flatMap(([id, lives]) => {
      const life = lives.find(({ born, died }) => born <= told && died > told);
      return life === undefined ? [] : [{ id, audience: life.audience }];
    });
  }

  clear(): void {
    this.#lives.clear();
  }
}
