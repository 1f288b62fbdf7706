/**
 * Routers that were heard, linked or not, and their last known addresses. Pure. Forgets routers only for lack of room.
 */
import { isIPv6 } from 'node:net';
import type { Beacon } from './beacon.ts';
import type { Incarnation, RouterId } from './bus.ts';

/** Neighbours that are remembered, so that one which was gone for a day is asked again. */
const MAX_NEIGHBOURS = 256;
/** Silence after which an older incarnation is believed: a data directory restored from an old copy. */
const BELIEVE_ANYTHING_MS = 30_000;
/** An address not heard from for this time is second choice. */
const STALE_MS = 3_500;

type Place = { readonly address: string; readonly port: number; readonly heardAt: number };
type Neighbour = {
  readonly id: RouterId;
  incarnation: Incarnation;
  sequence: number;
  heardAt: number;
  /** By address family, because a neighbour is heard over both. */
  readonly places: Map<4 | 6, Place>;
};

export class Neighbours {
  /** In the order in which they were heard last. */
  readonly #all = new Map<RouterId, Neighbour>();

  get all(): Iterable<Neighbour> {
    return this.#all.values();
  }

  get(id: RouterId): Neighbour | undefined {
    return this.#all.get(id);
  }

  /**
   * A beacon came from `address`. `back`: its sender was not there a moment ago. `replay`: it was heard before, and
   * does not count.
   */
  heard(beacon: Beacon, address: string, now: number): 'known' | 'back' | 'replay' {
    const known = this.#all.get(beacon.id);
    const trusted = known !== undefined && now - known.heardAt < BELIEVE_ANYTHING_MS;
    if (trusted && isOld(beacon, known)) return 'replay';
    const place = { address, port: beacon.port, heardAt: now };
    const back = known === undefined || known.incarnation !== beacon.incarnation || now - known.heardAt > STALE_MS;
    const neighbour = this.#touch(beacon.id, beacon.incarnation, now);
    neighbour.sequence = beacon.sequence;
    neighbour.places.set(isIPv6(address) ? 6 : 4, place);
    return back ? 'back' : 'known';
  }

  /** A link showed which router is at an address. */
  met(id: RouterId, incarnation: Incarnation, now: number): void {
    const known = this.#all.get(id);
    const neighbour = this.#touch(id, incarnation, now);
    if (known === undefined) neighbour.sequence = 0;
  }

  #touch(id: RouterId, incarnation: Incarnation, now: number): Neighbour {
    const neighbour = this.#all.get(id) ?? { id, incarnation, sequence: 0, heardAt: now, places: new Map() };
    if (neighbour.incarnation !== incarnation) neighbour.sequence = 0;
    neighbour.incarnation = incarnation;
    neighbour.heardAt = now;
    this.#all.delete(id);
    this.#all.set(id, neighbour);
    for (const oldest of this.#all.keys()) {
      if (this.#all.size <= MAX_NEIGHBOURS) break;
      this.#all.delete(oldest);
    }
    return neighbour;
  }
}

/**
 * Link-local IPv6 first: it needs no configuration, and the kernel keeps it on the backhaul. `attempt` alternates the
 * family.
 */
export function placeToDial({ places }: Neighbour, attempt: number, now: number): Place | undefined {
  const fresh = ([6, 4] as const)
    .map((family) => places.get(family))
    .filter((place) => place !== undefined && now - place.heardAt < STALE_MS);
  return fresh[attempt % Math.max(1, fresh.length)];
}

function isOld(beacon: Beacon, known: Neighbour): boolean {
  if (beacon.incarnation !== known.incarnation) return beacon.incarnation < known.incarnation;
  return beacon.sequence <= known.sequence;
}
