/** The devices in reach, and their routers: the router's reports as the signals that the screens read. */
import { batch, signal } from '@preact/signals';
import type { Device, DeviceId, RouterIdentity, RouterMessage } from '../../protocol/signaling.ts';
import { type Arriving, type Listed, type Presence, presence } from '../model/presence.ts';

type Told<Type extends RouterMessage['type']> = Extract<RouterMessage, { readonly type: Type }>;

type NeighbourhoodPorts = {
  readonly rank: Arriving['rank'];
  /** False while a finger may be on its way to a device. */
  readonly isAtRest: () => boolean;
};

export class Neighbourhood {
  readonly #ports: NeighbourhoodPorts;
  readonly #present = signal<Presence>(presence.nobody);
  readonly devices = signal<readonly Listed[]>([]);
  /** How many devices in reach the router has not listed. */
  readonly more = signal(0);
  readonly router = signal<RouterIdentity | undefined>(undefined);

  constructor(ports: NeighbourhoodPorts) {
    this.#ports = ports;
  }

  welcomed({ router, more = 0, self, devices }: Told<'welcome'>): void {
    this.router.value = router;
    this.more.value = more;
    this.#show(presence.welcomed(this.#present.value, self, devices, this.#arriving));
  }

  changed({ more = this.more.value, put = [], gone = [] }: Told<'delta'>): void {
    this.more.value = more;
    this.#show(presence.changed(this.#present.value, put, gone, this.#arriving));
  }

  /** Holds all devices in their places. */
  hold(isHeld: boolean): void {
    const next = presence.held(this.#present.peek(), isHeld);
    if (next !== this.#present.peek()) this.#show(next);
  }

  /** Gives everybody their section anew: nobody looks at the list now. */
  arrange(): void {
    this.#show(presence.arranged(this.#present.peek(), this.#arriving));
  }

  get #arriving(): Arriving {
    const { rank, isAtRest } = this.#ports;
    return { rank, mayMove: isAtRest() };
  }

  device(id: DeviceId): Device | undefined {
    return this.#present.value.devices.get(id);
  }

  /** The devices that can be reached now. */
  reachable(): readonly DeviceId[] {
    return [...this.#present.value.devices.values()].filter(({ away }) => !away).map(({ id }) => id);
  }

  #show(next: Presence): void {
    batch(() => {
      this.#present.value = next;
      this.devices.value = presence.listed(next);
    });
  }
}
