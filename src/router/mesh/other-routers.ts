/**
 * What is known of the other routers, apart from their devices: what each says about itself, what separates its devices
 * from those here, and which routers are missing.
 */
import type { Server } from '../relay/ice.ts';
import type { Apart, BackhaulAddress } from './apart.ts';
import type { About, RouterId } from './bus.ts';
import { type Departed, DepartedRouters } from './departed.ts';
import { type LeavesFrom, Ways } from './ways.ts';

export class OtherRouters {
  readonly #isUsable: (server: Server) => boolean;
  readonly #ways: Ways;
  /** Of routers whose devices are listed, even if the router is gone. */
  readonly #abouts = new Map<RouterId, About>();
  /** Addresses of the routers that can be talked to now. */
  readonly #links = new Map<RouterId, string>();
  readonly #departed = new DepartedRouters();

  /** `isUsable`: true when clients may be sent to a server that another router names. */
  constructor(leavesFrom: LeavesFrom, isUsable: (server: Server) => boolean) {
    this.#ways = new Ways(leavesFrom);
    this.#isUsable = isUsable;
  }

  joined(id: RouterId, address: string): void {
    this.#departed.joined(id, address);
    this.#links.set(id, address);
  }

  left(id: RouterId, now: number): void {
    const [link, about] = [this.#links.get(id), this.#abouts.get(id)];
    // Only a router that stated its name: one that said hello and left again is not worth looking for.
    if (link !== undefined && about !== undefined) this.#departed.left(id, about.name, link, now);
    this.#links.delete(id);
    this.#ways.forget(id);
  }

  told(id: RouterId, about: About): void {
    this.#abouts.set(id, about);
  }

  /** Forgets what routers said that are gone, once nothing is known of their devices. */
  forgetUnless(isKnown: (id: RouterId) => boolean): void {
    for (const id of this.#abouts.keys()) if (!this.#links.has(id) && !isKnown(id)) this.#abouts.delete(id);
  }

  nameOf(id: RouterId): string {
    return this.#abouts.get(id)?.name ?? id;
  }

  /** Its STUN server, if clients may be sent there. */
  stunOf(id: RouterId): Server | undefined {
    const stun = this.#abouts.get(id)?.stun;
    return stun !== undefined && this.#isUsable(stun) ? stun : undefined;
  }

  /** What separates its devices from those here. */
  apartFrom(id: RouterId): Apart | undefined {
    return this.#ways.apartFrom(id);
  }

  /** Checks the route from this router's address `own` to `id`. */
  lookAtWay(id: RouterId, own: BackhaulAddress | undefined): void {
    const link = this.#links.get(id);
    if (link !== undefined) void this.#ways.look(id, own, this.#abouts.get(id)?.backhaul, link);
  }

  lookAtAllWays(own: BackhaulAddress | undefined): void {
    for (const id of this.#links.keys()) this.lookAtWay(id, own);
  }

  /** Routers that have left, the most recent first. */
  departed(now: number): readonly Departed[] {
    return this.#departed.list(now);
  }
}
