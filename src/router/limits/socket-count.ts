/**
 * How many sockets are open from where, so that no single device takes all seats, and no few devices either: when the
 * router is nearly full, the rest is for addresses that have few. A crowd (`places.ts`) only has its own limit.
 */
import type { Limits } from './limits.ts';
import { placesOf } from './places.ts';

type SeatLimits = Pick<
  Limits,
  'sockets' | 'socketsPerAddress' | 'socketsPerNetwork' | 'reservedSockets' | 'fewSockets'
>;

/** Why a socket may not stay: too many from its place, or in all. */
export type TooMany = 'from-there' | 'in-all';

export class SocketCount {
  readonly #limits: SeatLimits;
  readonly #open = new Map<string, number>();
  #all = 0;

  constructor(limits: SeatLimits) {
    this.#limits = limits;
  }

  /** Why one more socket from `address` may not stay; `undefined` when it may. */
  tooManyWith(address: string): TooMany | undefined {
    const { sockets, socketsPerAddress, socketsPerNetwork, reservedSockets, fewSockets } = this.#limits;
    const places = placesOf(address);
    const isFull = places.some(
      ({ key, isCrowd }) => this.#countOf(key) >= (isCrowd ? socketsPerNetwork : socketsPerAddress),
    );
    if (isFull) return 'from-there';
    // Many sockets of a crowd are not greed: each client may have come alone.
    const isGreedy = places.some(({ key, isCrowd }) => !isCrowd && this.#countOf(key) >= fewSockets);
    const room = isGreedy ? sockets - reservedSockets : sockets;
    return this.#all >= room ? 'in-all' : undefined;
  }

  /**
   * Counts one more, until `remove`. Only sockets that stay are counted: a client that is refused again and again, and
   * does not go, must not block the seats of others.
   */
  add(address: string): void {
    this.#all += 1;
    this.#change(address, 1);
  }

  remove(address: string): void {
    this.#all -= 1;
    this.#change(address, -1);
  }

  #countOf(key: string): number {
    return this.#open.get(key) ?? 0;
  }

  #change(address: string, by: 1 | -1): void {
    for (const { key } of placesOf(address)) {
      const count = this.#countOf(key) + by;
      if (count > 0) this.#open.set(key, count);
      else this.#open.delete(key);
    }
  }
}
