/**
 * Warnings about devices that did not prove who they are: one for each of them until the person here has put it away, and
 * then none for a while. Ids cost nothing, so of strangers only so many warnings are kept, and the others are counted.
 */
import { batch, signal } from '@preact/signals';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { NotProven } from '../model/model.ts';

/** Most warnings that are shown at once; the newest stay. */
const MAX_SHOWN = 3;
/** Whoever was warned of is not warned of again for so long, in milliseconds. */
export const QUIET_MS = 10 * 60_000;
/** Most devices of which is remembered that a warning was put away. */
const MAX_QUIET = 64;

export type WarningsPorts = {
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** True for somebody with whom nothing was agreed: anybody can make such ids. */
  readonly isStranger: (id: DeviceId) => boolean;
};

export class Warnings {
  readonly #ports: WarningsPorts;
  readonly shown = signal<readonly NotProven[]>([]);
  /** Of how many more devices a person was to be warned. */
  readonly more = signal(0);
  /** Until when there is quiet about a device. */
  readonly #quiet = new Map<DeviceId, number>();
  #quietOfStrangers = Number.NEGATIVE_INFINITY;

  constructor(ports: WarningsPorts) {
    this.#ports = ports;
  }

  add({ peer, peerName, cause }: NotProven): void {
    const { now, isStranger } = this.#ports;
    const until = Math.max(this.#quiet.get(peer) ?? 0, isStranger(peer) ? this.#quietOfStrangers : 0);
    if (now() < until) return;
    const others = this.shown.value.filter((one) => one.peer !== peer);
    batch(() => {
      if (others.length === MAX_SHOWN) this.more.value += 1;
      this.shown.value = [...others.slice(1 - MAX_SHOWN), { peer, peerName, cause }];
    });
  }

  /** The person here has read them all. */
  dismiss(): void {
    const until = this.#ports.now() + QUIET_MS;
    this.#quietOfStrangers = until;
    for (const { peer } of this.shown.value) this.#quiet.set(peer, until);
    for (const oldest of [...this.#quiet.keys()].slice(0, -MAX_QUIET)) this.#quiet.delete(oldest);
    batch(() => {
      this.shown.value = [];
      this.more.value = 0;
    });
  }
}
