/**
 * Warnings about devices that did not prove who they are: one for each of them until the person here has put it away, and
 * then none for some seconds. Ids cost nothing, so strangers neither displace people who are known nor warn without end.
 */
import { computed, signal } from '@preact/signals';
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
/** How often it is looked whether the page is at rest, in milliseconds. */
const LOOK_MS = 250;

export type WarningsPorts = {
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** True for somebody with whom nothing was agreed: anybody can make such ids. */
  readonly isStranger: (id: DeviceId) => boolean;
  /** False while a finger may be on its way: a warning stands above everything else, and would move it. */
  readonly isAtRest: () => boolean;
  readonly schedule: (task: () => void, ms: number) => void;
};

type All = { readonly shown: readonly NotProven[]; readonly displaced: ReadonlySet<DeviceId> };
const NONE: All = { shown: [], displaced: new Set() };

type Quiet = { readonly until: number; readonly ms: number };

export class Warnings {
  readonly #ports: WarningsPorts;
  readonly #now = signal(NONE);
  readonly shown = computed(() => this.#now.value.shown);
  /** Of how many more devices a person was to be warned. */
  readonly more = computed(() => this.#now.value.displaced.size);
  /** What is to be shown at rest. */
  #next = NONE;
  #waits = false;
  readonly #quiet = new Map<DeviceId, Quiet>();
  #quietOfStrangers = Number.NEGATIVE_INFINITY;

  constructor(ports: WarningsPorts) {
    this.#ports = ports;
  }

  add({ peer, peerName, cause }: NotProven): void {
    if (this.#ports.now() < this.#quietUntil(peer)) return;
    const all = [...this.#next.shown.filter((one) => one.peer !== peer), { peer, peerName, cause }];
    const excess = all.length > MAX_SHOWN ? (all.find((one) => this.#ports.isStranger(one.peer)) ?? all[0]) : undefined;
    const displaced = new Set(this.#next.displaced);
    displaced.delete(peer);
    if (excess && displaced.size < MAX_COUNTED) displaced.add(excess.peer);
    this.#next = { shown: all.filter((one) => one !== excess), displaced };
    if (!this.#waits) this.#show();
  }

  #show(): void {
    this.#waits = !this.#ports.isAtRest();
    if (this.#waits) this.#ports.schedule(() => this.#show(), LOOK_MS);
    else this.#now.value = this.#next;
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
    for (const { peer } of this.shown.peek()) {
      const before = this.#ports.isStranger(peer) ? (this.#quiet.get(peer)?.ms ?? 0) : 0;
      const ms = Math.min(Math.max(QUIET_MS, before * GROWTH), QUIET_OF_STRANGERS_MS);
      this.#quiet.set(peer, { until: now + ms, ms });
    }
    this.#forgetOldest();
    // What came meanwhile was not read.
    const unread = this.#next.shown.filter((one) => !this.shown.peek().includes(one));
    this.#next = { ...NONE, shown: unread };
    this.#now.value = NONE;
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
