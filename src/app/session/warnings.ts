/**
 * Warnings about devices that did not prove who they are: one for each of them until the person here has put it away, and
 * then none for some seconds. Ids cost nothing, so strangers neither displace people who are known nor warn without end.
 */
import { batch, computed, signal } from '@preact/signals';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { NotProven } from '../model/model.ts';

/** Most warnings that are shown at once: known people first, then the newest strangers. */
const MAX_SHOWN = 3;
/**
 * Whoever was warned of is not warned of again for so long, in milliseconds: what has failed may fail again by itself.
 * Not longer, because the first advice is to try again.
 */
export const QUIET_MS = 10_000;
/** Then there is quiet about other strangers for so long, in milliseconds: they come under ever new ids. */
export const QUIET_OF_STRANGERS_MS = 10 * 60_000;
/** With each warning about a stranger that was put away, the quiet about that one grows so many times, up to the other. */
const GROWTH = 6;
/** Most devices of which is remembered that a warning was put away. */
const MAX_QUIET = 64;
/** Most devices that are counted instead of shown. */
const MAX_COUNTED = 999;

export type WarningsPorts = {
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** True for somebody with whom nothing was agreed: anybody can make such ids. */
  readonly isStranger: (id: DeviceId) => boolean;
};

type Quiet = { readonly until: number; readonly ms: number };

export class Warnings {
  readonly #ports: WarningsPorts;
  readonly shown = signal<readonly NotProven[]>([]);
  readonly #displaced = signal<ReadonlySet<DeviceId>>(new Set());
  /** Of how many more devices a person was to be warned. */
  readonly more = computed(() => this.#displaced.value.size);
  readonly #quiet = new Map<DeviceId, Quiet>();
  #quietOfStrangers = Number.NEGATIVE_INFINITY;

  constructor(ports: WarningsPorts) {
    this.#ports = ports;
  }

  add({ peer, peerName, cause }: NotProven): void {
    if (this.#ports.now() < this.#quietUntil(peer)) return;
    const all = [...this.shown.value.filter((one) => one.peer !== peer), { peer, peerName, cause }];
    const excess = all.length > MAX_SHOWN ? (all.find((one) => this.#ports.isStranger(one.peer)) ?? all[0]) : undefined;
    const displaced = new Set(this.#displaced.value);
    displaced.delete(peer);
    if (excess && displaced.size < MAX_COUNTED) displaced.add(excess.peer);
    batch(() => {
      this.#displaced.value = displaced;
      this.shown.value = all.filter((one) => one !== excess);
    });
  }

  /** The person here wants something of `peer` now: if that fails, they must hear of it. */
  tries(peer: DeviceId): void {
    this.#quiet.set(peer, { until: 0, ms: 0 });
    this.#forgetOldest();
  }

  /** The person here has read them all. */
  dismiss(): void {
    const now = this.#ports.now();
    this.#quietOfStrangers = now + QUIET_OF_STRANGERS_MS;
    for (const { peer } of this.shown.value) {
      const before = this.#ports.isStranger(peer) ? (this.#quiet.get(peer)?.ms ?? 0) : 0;
      const ms = Math.min(Math.max(QUIET_MS, before * GROWTH), QUIET_OF_STRANGERS_MS);
      this.#quiet.set(peer, { until: now + ms, ms });
    }
    this.#forgetOldest();
    batch(() => {
      this.shown.value = [];
      this.#displaced.value = new Set();
    });
  }

  #quietUntil(peer: DeviceId): number {
    const own = this.#quiet.get(peer);
    if (own) return own.until;
    return this.#ports.isStranger(peer) ? this.#quietOfStrangers : Number.NEGATIVE_INFINITY;
  }

  #forgetOldest(): void {
    for (const oldest of [...this.#quiet.keys()].slice(0, -MAX_QUIET)) this.#quiet.delete(oldest);
  }
}
