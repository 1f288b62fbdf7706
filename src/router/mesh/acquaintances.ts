/**
 * How many devices are taken from another router. Pure; time is passed in, in milliseconds of any monotonic clock.
 *
 * Whoever has the mesh key is known. In an open mesh a router id costs its maker nothing, so that there a router is *unknown*
 * until it has been linked for a while, and for as long as another one that came before it has the same address: a phone that
 * passes itself off as routers comes from the IPv4 address of its own router with all of them, whichever way that router itself
 * is linked. Who was known once is known again at once after an absence.
 *
 * What a router says of its address makes nobody known. It counts of who is linked over IPv6, where no phone comes from; of the
 * others the address that they are linked from does, so that a phone cannot pass for having another router's.
 */
import { isIPv4 } from 'node:net';
import { LIMITS } from '../limits.ts';
import type { RouterId } from './bus.ts';

/** As many as a router lists: those that it has seats for, and those that it keeps as away. */
export const DEVICES_PER_ROUTER = LIMITS.sockets + LIMITS.awayDevices;
/** Enough for a family that comes with a router of its own; a shelter waits for a moment. */
export const DEVICES_PER_UNKNOWN_ROUTER = 8;
/** After this time a router is no passer-by. Long beside a flood, short beside the half minute that a radio mesh needs to meet. */
export const KNOWN_AFTER_MS = 10_000;
/** How long, and of how many, it is remembered that they were known. */
const REMEMBERED_MS = 3_600_000;
const MAX_REMEMBERED = 256;

type Linked = {
  readonly address: string;
  /** Its IPv4 address, as it says. */
  told: string | undefined;
  readonly since: number;
  readonly wasKnown: boolean;
};

export class Acquaintances {
  readonly #trust: 'key' | 'open';
  readonly #linked = new Map<RouterId, Linked>();
  /** Until when, the one that left first in front. */
  readonly #remembered = new Map<RouterId, number>();

  constructor(trust: 'key' | 'open') {
    this.#trust = trust;
  }

  joined(id: RouterId, address: string, now: number): void {
    const before = this.#linked.get(id);
    if (before?.address === address) return; // reached anew
    const wasKnown = (before && this.#isKnown(before, now)) ?? (this.#remembered.get(id) ?? 0) > now;
    this.#remembered.delete(id);
    this.#linked.delete(id);
    this.#linked.set(id, { address, told: undefined, since: now, wasKnown });
  }

  /** A router tells its IPv4 address on the backhaul. */
  told(id: RouterId, address: string | undefined): void {
    const linked = this.#linked.get(id);
    if (linked !== undefined) linked.told = address;
  }

  left(id: RouterId, now: number): void {
    const linked = this.#linked.get(id);
    if (linked === undefined) return;
    if (this.#isKnown(linked, now)) this.#remembered.set(id, now + REMEMBERED_MS);
    this.#linked.delete(id);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > MAX_REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
  }

  /** How many of its devices count. */
  allowance(id: RouterId, now: number): number {
    if (this.#trust === 'key') return DEVICES_PER_ROUTER;
    const linked = this.#linked.get(id);
    return linked !== undefined && this.#isKnown(linked, now) ? DEVICES_PER_ROUTER : DEVICES_PER_UNKNOWN_ROUTER;
  }

  #isKnown(linked: Linked, now: number): boolean {
    if (!linked.wasKnown && now - linked.since < KNOWN_AFTER_MS) return false;
    // In the order in which they came.
    for (const other of this.#linked.values()) {
      if (other === linked) return true;
      if (other.address === linked.address || (!isIPv4(other.address) && other.told === linked.address)) return false;
    }
    return true;
  }
}
