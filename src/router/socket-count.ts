/**
 * How many sockets are open from where, so that no single device takes the places of all others. Nor do a few: when the
 * router is nearly full, the rest is for whoever comes from an address that has few.
 */
import { isIPv6 } from 'node:net';
import type { Limits } from './limits.ts';

type SeatLimits = Pick<
  Limits,
  'sockets' | 'socketsPerAddress' | 'socketsPerNetwork' | 'reservedSockets' | 'fewSockets'
>;

/** Why a socket may not stay: too many from there, or in all. */
export type TooMany = 'from-there' | 'in-all';

export class SocketCount {
  readonly #limits: SeatLimits;
  readonly #open = new Map<string, number>();
  #all = 0;

  constructor(limits: SeatLimits) {
    this.#limits = limits;
  }

  /** Why one more socket from `address` may not stay, if it may not. */
  tooManyWith(address: string): TooMany | undefined {
    const { sockets, socketsPerAddress, socketsPerNetwork, reservedSockets, fewSockets } = this.#limits;
    const network = networkOf(address);
    const own = this.#countOf(address);
    const shared = network === undefined ? 0 : this.#countOf(network);
    if (own >= socketsPerAddress || shared >= socketsPerNetwork) return 'from-there';
    const room = own >= fewSockets ? sockets - reservedSockets : sockets;
    return this.#all >= room ? 'in-all' : undefined;
  }

  /**
   * Counts one more, until `remove`. Only what stays is counted: whoever is refused again and again, and does not go, must
   * not hold the seats of others with that.
   */
  add(address: string): void {
    const network = networkOf(address);
    this.#all += 1;
    this.#change(address, 1);
    if (network !== undefined) this.#change(network, 1);
  }

  remove(address: string): void {
    const network = networkOf(address);
    this.#all -= 1;
    this.#change(address, -1);
    if (network !== undefined) this.#change(network, -1);
  }

  #countOf(key: string): number {
    return this.#open.get(key) ?? 0;
  }

  #change(key: string, by: 1 | -1): void {
    const count = this.#countOf(key) + by;
    if (count > 0) this.#open.set(key, count);
    else this.#open.delete(key);
  }
}

/** Of an IPv6 address in the form that Node gives, the /64 it lies in; nothing for IPv4, also where it is mapped into IPv6. */
export function networkOf(address: string): string | undefined {
  const [plain = ''] = address.split('%'); // without the zone of a link-local one
  if (!isIPv6(plain) || plain.includes('.')) return undefined;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
