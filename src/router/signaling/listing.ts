/**
 * Which devices behind other routers are listed, when there are more than a page is told. Pure.
 *
 * Own devices come first, and the other routers share the remaining room evenly: a router with few devices is listed
 * completely, and one that lists ten thousand costs the honest ones next to nothing. A listed device stays listed while
 * there is room.
 */
import type { DeviceId } from '../../protocol/signaling.ts';
import type { RouterId } from '../mesh/bus.ts';

/** The changes that make the list right. */
type Change = { readonly show: readonly DeviceId[]; readonly hide: readonly DeviceId[] };

type Group = { readonly listed: Set<DeviceId>; readonly waiting: Set<DeviceId> };

export class Listing {
  readonly #groups = new Map<RouterId, Group>();
  readonly #routerOf = new Map<DeviceId, RouterId>();
  #listed = 0;

  get listed(): number {
    return this.#listed;
  }

  /** Devices that are not listed. */
  get more(): number {
    return this.#routerOf.size - this.#listed;
  }

  /** A device is at `router`. `isListed`: it is already in the list; otherwise it waits for `settle`. */
  put(id: DeviceId, router: RouterId, isListed: boolean): void {
    if (this.#routerOf.get(id) === router) return;
    this.delete(id);
    this.#routerOf.set(id, router);
    const group = this.#groups.get(router) ?? { listed: new Set(), waiting: new Set() };
    this.#groups.set(router, group);
    if (isListed) this.#list(group, id);
    else group.waiting.add(id);
  }

  /** The device is gone, or at this router itself. */
  delete(id: DeviceId): void {
    const router = this.#routerOf.get(id);
    const group = router && this.#groups.get(router);
    if (router === undefined || group === undefined) return;
    this.#routerOf.delete(id);
    group.waiting.delete(id);
    if (group.listed.delete(id)) this.#listed -= 1;
    if (group.listed.size + group.waiting.size === 0) this.#groups.delete(router);
  }

  /**
   * Lists `id` before all others of its router: it calls a device, which must know of it. False when it is not waiting.
   */
  favour(id: DeviceId): boolean {
    const router = this.#routerOf.get(id);
    const group = router && this.#groups.get(router);
    if (!group?.waiting.has(id)) return false;
    this.#list(group, id);
    return true;
  }

  /** Fills `room` places, and no more. */
  settle(room: number): Change {
    const show: DeviceId[] = [];
    const hide: DeviceId[] = [];
    while (this.#listed > Math.max(0, room)) hide.push(this.#hideOne());
    for (;;) {
      const neediest = this.#neediest();
      if (neediest === undefined) break;
      if (this.#listed >= room) {
        if (this.#fullest().listed.size <= neediest.listed.size + 1) break;
        hide.push(this.#hideOne());
      }
      const [next] = neediest.waiting;
      if (next === undefined) break;
      this.#list(neediest, next);
      show.push(next);
    }
    return { show, hide };
  }

  #list(group: Group, id: DeviceId): void {
    group.waiting.delete(id);
    group.listed.add(id);
    this.#listed += 1;
  }

  /** Hides the device that was listed longest, of the router with most. */
  #hideOne(): DeviceId {
    const { listed, waiting } = this.#fullest();
    const [first] = listed;
    if (first === undefined) throw new Error('nobody is listed who could be hidden');
    listed.delete(first);
    waiting.add(first);
    this.#listed -= 1;
    return first;
  }

  #fullest(): Group {
    let fullest: Group = { listed: new Set(), waiting: new Set() };
    for (const group of this.#groups.values()) if (group.listed.size > fullest.listed.size) fullest = group;
    return fullest;
  }

  /** Of the routers with waiting devices, the one with fewest listed. */
  #neediest(): Group | undefined {
    let neediest: Group | undefined;
    for (const group of this.#groups.values())
      if (group.waiting.size > 0 && group.listed.size < (neediest?.listed.size ?? Number.POSITIVE_INFINITY))
        neediest = group;
    return neediest;
  }
}
