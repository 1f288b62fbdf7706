/**
 * What keeps each of the other routers apart from this one, as it is now. Where that depends on routes the kernel is asked, and
 * asked again: DHCP and routing daemons set an address first and its routes after it, and a route that is there may go.
 */
import { type Apart, apart, type BackhaulAddress } from './apart.ts';
import type { RouterId } from './bus.ts';

/**
 * Whether the kernel would send packets from the address `own` to `other`; `undefined` when it cannot be asked now, as
 * when it rejects.
 */
export type LeavesFrom = (own: string, other: string) => Promise<boolean | undefined>;

type Way = {
  apart: Apart | undefined;
  /** What there is to ask the kernel, if anything. */
  question: string | undefined;
  isAsking: boolean;
};

export class Ways {
  readonly #leavesFrom: LeavesFrom;
  readonly #ways = new Map<RouterId, Way>();

  constructor(leavesFrom: LeavesFrom) {
    this.#leavesFrom = leavesFrom;
  }

  /** What was found out last. */
  apartFrom(router: RouterId): Apart | undefined {
    return this.#ways.get(router)?.apart;
  }

  forget(router: RouterId): void {
    this.#ways.delete(router);
  }

  /** Looks at `router`, linked from `link`. What was known stands until the kernel has answered, and it is asked one thing at a time. */
  async look(
    router: RouterId,
    own: BackhaulAddress | undefined,
    other: BackhaulAddress | undefined,
    link: string,
  ): Promise<void> {
    const way = this.#ways.get(router) ?? { apart: undefined, question: undefined, isAsking: false };
    this.#ways.set(router, way);
    const found = apart(own, other, link);
    if (found !== 'ask-kernel' || own === undefined || other === undefined) {
      way.question = undefined;
      way.apart = found === 'ask-kernel' ? undefined : found;
      return;
    }
    const question = `${own.address} ${other.address}`;
    way.question = question;
    if (way.isAsking) return;
    way.isAsking = true;
    const leaves = await this.#leavesFrom(own.address, other.address)
      .catch(() => undefined)
      .finally(() => {
        way.isAsking = false;
      });
    // Of other addresses by now: the next look asks about them.
    if (leaves !== undefined && way.question === question) way.apart = leaves ? undefined : 'other-network';
  }
}
