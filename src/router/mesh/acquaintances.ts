/**
 * How many devices are accepted from another router. Pure; time is passed in, in milliseconds of any monotonic clock.
 *
 * A router with the mesh key is known. In an open mesh a router id costs its maker nothing, so there a router is
 * *unknown* until it has been linked for a while with an address to which no other router has a better right: a phone
 * that plays many routers comes with all of them from the IPv4 address of its own router, whichever way that router
 * itself is linked. The router that had an address first has the right to it; but a router that was known before the
 * two met does not lose it to an unknown one. Being known, and the time since when a router has each address, are
 * remembered over an absence.
 *
 * The address that a router states makes nobody known, and counts from when it was stated. It counts only for routers
 * linked over IPv6, from where no phone can come; for others the address of the link counts, so that a phone cannot
 * claim another router's.
 */
import { isIPv4 } from 'node:net';
import { LIMITS } from '../limits/limits.ts';
import type { RouterId } from './bus.ts';

/** As many as a router lists: those that it has seats for, and those that it keeps as away. */
export const DEVICES_PER_ROUTER = LIMITS.sockets + LIMITS.awayDevices;
/** Enough for a family that brings its own router; a shelter waits for a moment. */
export const DEVICES_PER_UNKNOWN_ROUTER = 8;
/**
 * After this time a router is no passer-by. Long beside a flood, short beside the half minute that a radio mesh needs
 * to meet.
 */
export const KNOWN_AFTER_MS = 10_000;
/** How long it is remembered that a router was known, and of how many routers. */
const REMEMBERED_MS = 3_600_000;
const MAX_REMEMBERED = 256;

type Linked = {
  readonly address: string;
  /** Its IPv4 address, as it states. */
  readonly told: string | undefined;
  /** The addresses that count as its own, and since when. */
  readonly claims: ReadonlyMap<string, number>;
  /** When it becomes known; `undefined` while another router has a better right to its address. */
  knownFrom: number | undefined;
};
type Remembered = Linked & { readonly until: number };

export class Acquaintances {
  readonly #trust: 'key' | 'open';
  readonly #linked = new Map<RouterId, Linked>();
  /** Routers that were known when they left, the one that left first in front. */
  readonly #remembered = new Map<RouterId, Remembered>();

  constructor(trust: 'key' | 'open') {
    this.#trust = trust;
  }

  joined(id: RouterId, address: string, now: number): void {
    const linked = this.#linked.get(id);
    if (linked?.address === address) return; // linked anew
    const remembered = this.#remembered.get(id);
    this.#remembered.delete(id);
    const before = linked ?? (remembered !== undefined && remembered.until > now ? remembered : undefined);
    const knownFrom = before && isKnown(before, now) ? before.knownFrom : now + KNOWN_AFTER_MS;
    this.#linked.set(id, { ...placed(address, before?.told, before, now), knownFrom });
    this.#weigh(now);
  }

  /** A router tells its IPv4 address on the backhaul. */
  told(id: RouterId, told: string | undefined, now: number): void {
    const linked = this.#linked.get(id);
    if (linked === undefined || linked.told === told) return;
    this.#linked.set(id, { ...placed(linked.address, told, linked, now), knownFrom: linked.knownFrom });
    this.#weigh(now);
  }

  left(id: RouterId, now: number): void {
    const linked = this.#linked.get(id);
    if (linked === undefined) return;
    if (isKnown(linked, now)) this.#remembered.set(id, { ...linked, until: now + REMEMBERED_MS });
    this.#linked.delete(id);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > MAX_REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
    this.#weigh(now);
  }

  /** How many of its devices are accepted. */
  allowance(id: RouterId, now: number): number {
    if (this.#trust === 'key') return DEVICES_PER_ROUTER;
    const linked = this.#linked.get(id);
    return linked !== undefined && isKnown(linked, now) ? DEVICES_PER_ROUTER : DEVICES_PER_UNKNOWN_ROUTER;
  }

  /** A router that is held back no longer waits like one that has just come. */
  #weigh(now: number): void {
    const claimants = new Map<string, Linked[]>();
    for (const linked of this.#linked.values())
      for (const address of linked.claims.keys()) claimants.set(address, [...(claimants.get(address) ?? []), linked]);
    const held = [...this.#linked.values()].filter((linked) =>
      claimants.get(linked.address)?.some((other) => other !== linked && holdsBack(other, linked)),
    );
    for (const linked of this.#linked.values()) linked.knownFrom ??= now + KNOWN_AFTER_MS;
    for (const linked of held) linked.knownFrom = undefined;
  }
}

function isKnown({ knownFrom }: Linked, now: number): boolean {
  return knownFrom !== undefined && now >= knownFrom;
}

/** Its place now; an address that was already its own keeps its start, whichever way the router is linked. */
function placed(address: string, told: string | undefined, before: Linked | undefined, now: number) {
  const own = isIPv4(address) || told === undefined ? [address] : [address, told];
  return { address, told, claims: new Map(own.map((one) => [one, before?.claims.get(one) ?? now])) };
}

/** True when `other` has a better right to the address from which `linked` comes. */
function holdsBack(other: Linked, linked: Linked): boolean {
  const theirs = other.claims.get(linked.address);
  const own = linked.claims.get(linked.address);
  if (theirs === undefined || own === undefined || theirs === own) return false;
  return theirs < own ? !overtakes(linked, own, other) : overtakes(other, theirs, linked);
}

/** True when the router that came at the time `at` was known by then, and the one that it met was not. */
function overtakes(later: Linked, at: number, first: Linked): boolean {
  return isKnown(later, at) && !isKnown(first, at);
}
