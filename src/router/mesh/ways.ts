/**
 * What separates each of the other routers from this one, as of now. Where that depends on routes the kernel is asked,
 * again and again: DHCP and routing daemons set an address first and its routes later, and a route may disappear.
 */
import { type Apart, apart, type BackhaulAddress } from './apart.ts';
import type { RouterId } from './bus.ts';

/**
 * True when the kernel would send packets from the address `own` to `other`; `undefined` when it cannot be asked now,
 * and the same when it rejects.
 */
export type LeavesFrom = (own: string, other: string) => Promise<boolean | undefined>;

type Way = {
  apart: Apart | undefined;
  /** The open question to the kernel, if any. */
  question: string | undefined;
  isAsking: boolean;
};

export class Ways {
  readonly #leavesFrom: LeavesFrom;
  readonly #ways = new Map<RouterId, Way>();

  constructor(leavesFrom: LeavesFrom) {
    this.#leavesFrom = leavesFrom;
  }

  /** The last result. */
  apartFrom(router: RouterId): Apart | undefined {
    return this.#ways.get(router)?.apart;
  }

  forget(router: RouterId): void {
    this.#ways.delete(router);
  }

  /**
   * Checks `router`, linked from `link`. The last result stands until the kernel has answered; it is asked one question
   * at a time.
   */
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
    // The question is stale when the addresses have changed: the next look asks about the new ones.
    if (leaves !== undefined && way.question === question) way.apart = leaves ? undefined : 'other-network';
  }
}
