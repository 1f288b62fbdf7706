/**
 * What is known of the other routers, apart from their devices: what each says about itself, what separates its devices
 * from those here, and which routers are missing.
 */
import type { Server } from '../relay/ice.ts';
import { type Apart, type BackhaulAddress, sharing } from './apart.ts';
import type { About, RouterId } from './bus.ts';
import { type Departed, DepartedRouters } from './departed.ts';
import { type LeavesFrom, Ways } from './ways.ts';

export class OtherRouters {
  readonly #isUsable: (server: Server) => boolean;
  readonly #isOnBackhaul: (id: RouterId) => boolean;
  readonly #ways: Ways;
  /** Of routers whose devices are listed, even if the router is gone. */
  readonly #abouts = new Map<RouterId, About>();
  /** Addresses of the routers that can be talked to now. */
  readonly #links = new Map<RouterId, string>();
  readonly #departed = new DepartedRouters();
  #sharing: ReadonlySet<RouterId> = new Set();

  /**
   * `isUsable`: true when clients may be sent to a server that another router names. `isOnBackhaul`: as in `bus.ts`; only what
   * such routers state makes an address one that two have. A phone that plays a router has its packets sent from its own
   * router's address, and must not keep everybody from that one by saying so.
   */
  constructor(leavesFrom: LeavesFrom, isUsable: (server: Server) => boolean, isOnBackhaul: (id: RouterId) => boolean) {
    this.#isOnBackhaul = isOnBackhaul;
    this.#ways = new Ways(leavesFrom);
    this.#isUsable = isUsable;
  }

  joined(id: RouterId, address: string): void {
    this.#departed.joined(id, address);
    this.#links.set(id, address);
    this.#compare();
  }

  left(id: RouterId, now: number): void {
    const [link, about] = [this.#links.get(id), this.#abouts.get(id)];
    // Only a router that stated its name: one that said hello and left again is not worth looking for.
    if (link !== undefined && about !== undefined) this.#departed.left(id, about.name, link, now);
    this.#links.delete(id);
    this.#ways.forget(id);
    this.#compare();
  }

  told(id: RouterId, about: About): void {
    this.#abouts.set(id, about);
    this.#compare();
  }

  /** Forgets what routers said that are gone, once nothing is known of their devices. */
  forgetUnless(isKnown: (id: RouterId) => boolean): void {
    for (const id of this.#abouts.keys()) if (!this.#links.has(id) && !isKnown(id)) this.#abouts.delete(id);
  }

  nameOf(id: RouterId): string {
    return this.#abouts.get(id)?.name ?? id;
  }

  /** Its STUN server, if clients may be sent there. Not where its address is that of another router as well. */
  stunOf(id: RouterId): Server | undefined {
    const stun = this.#abouts.get(id)?.stun;
    return stun !== undefined && this.apartFrom(id) === undefined && this.#isUsable(stun) ? stun : undefined;
  }

  /** Its address on the backhaul, if it stated one. */
  backhaulOf(id: RouterId): BackhaulAddress | undefined {
    return this.#abouts.get(id)?.backhaul;
  }

  /** What separates its devices from those here. */
  apartFrom(id: RouterId): Apart | undefined {
    return this.#ways.apartFrom(id) ?? (this.#sharing.has(id) ? 'shared-address' : undefined);
  }

  /** Checks the route from this router's address `own` to `id`. */
  lookAtWay(id: RouterId, own: BackhaulAddress | undefined): void {
    const link = this.#links.get(id);
    if (link !== undefined) void this.#ways.look(id, own, this.#abouts.get(id)?.backhaul, link);
  }

  lookAtAllWays(own: BackhaulAddress | undefined): void {
    for (const id of this.#links.keys()) this.lookAtWay(id, own);
    // A router that is linked over IPv4 may be heard over IPv6 only later.
    this.#compare();
  }

  /** Routers that have left, the most recent first. */
  departed(now: number): readonly Departed[] {
    return this.#departed.list(now);
  }

  #compare(): void {
    const there = [...this.#links.keys()].filter(this.#isOnBackhaul);
    this.#sharing = sharing(there.map((id) => ({ id, backhaul: this.backhaulOf(id) })));
  }
}
