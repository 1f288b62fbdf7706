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
/** An address not heard from for this time is second choice: who has no link speaks every second. */
const STALE_MS = 3_500;
/** Who is heard over both families is heard over them within a moment of each other, but for a lost datagram. */
const BOTH_WITHIN_MS = 2_500;
/** Routers that were not heard for this time say nothing of how those that are there now are reached. */
const LATELY_MS = 60_000;

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
   * does not count. `linked`: there is a link to its sender, which then speaks seldom.
   */
  heard(beacon: Beacon, address: string, now: number, linked = false): 'known' | 'back' | 'replay' {
    const known = this.#all.get(beacon.id);
    const trusted = known !== undefined && (linked || now - known.heardAt < BELIEVE_ANYTHING_MS);
    if (trusted && isOld(beacon, known)) return 'replay';
    const place = { address, port: beacon.port, heardAt: now };
    const wasThere = linked || (known !== undefined && now - known.heardAt <= STALE_MS);
    const back = known?.incarnation !== beacon.incarnation || !wasThere;
    const neighbour = this.#touch(beacon.id, beacon.incarnation, now);
    neighbour.sequence = beacon.sequence;
    neighbour.places.set(isIPv6(address) ? 6 : 4, place);
    return back ? 'back' : 'known';
  }

  /**
   * True when each router that is linked or was heard lately is heard over IPv6, and there is one: beacons over IPv4 would
   * tell them nothing. Routers that were never heard by a beacon (`--mesh-peers`) do not count.
   */
  areAllOverIpv6(isLinked: (id: RouterId) => boolean, now: number): boolean {
    const there = [...this.#all.values()].filter(
      ({ id, places, heardAt }) => places.size > 0 && (isLinked(id) || now - heardAt < LATELY_MS),
    );
    return there.length > 0 && there.every(isOverIpv6);
  }

  /** A link showed which router is at an address. */
  met(id: RouterId, incarnation: Incarnation, now: number): void {
    const known = this.#all.get(id);
    const neighbour = this.#touch(id, incarnation, now);
    if (known === undefined) neighbour.sequence = 0;
  }

  /** The link to it came from `address`, and was alive at that time: it can be dialled there, though it spoke seldom. */
  wasLinked(id: RouterId, address: string, heardAt: number): void {
    const known = this.#all.get(id);
    if (known === undefined) return;
    known.heardAt = Math.max(known.heardAt, heardAt);
    for (const [family, place] of known.places)
      if (place.address === address) known.places.set(family, { ...place, heardAt: Math.max(place.heardAt, heardAt) });
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

function isOverIpv6({ places }: Neighbour): boolean {
  const [four, six] = [places.get(4), places.get(6)];
  return six !== undefined && (four === undefined || four.heardAt - six.heardAt <= BOTH_WITHIN_MS);
}

function isOld(beacon: Beacon, known: Neighbour): boolean {
  if (beacon.incarnation !== known.incarnation) return beacon.incarnation < known.incarnation;
  return beacon.sequence <= known.sequence;
}
