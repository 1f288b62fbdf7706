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

export class SocketCount {
  readonly #limits: SeatLimits;
  readonly #open = new Map<string, number>();
  #all = 0;

  constructor(limits: SeatLimits) {
    this.#limits = limits;
  }

  /**
   * Counts one more socket from `address`. It is counted in any case, until `remove`; the answer is why it may not stay, if it
   * may not: too many from there, or in all.
   */
  add(address: string): 'from-there' | 'in-all' | undefined {
    const { sockets, socketsPerAddress, socketsPerNetwork, reservedSockets, fewSockets } = this.#limits;
    const network = networkOf(address);
    const own = this.#change(address, 1);
    const shared = network === undefined ? 0 : this.#change(network, 1);
    this.#all += 1;
    if (own > socketsPerAddress || shared > socketsPerNetwork) return 'from-there';
    const room = own > fewSockets ? sockets - reservedSockets : sockets;
    return this.#all > room ? 'in-all' : undefined;
  }

  remove(address: string): void {
    const network = networkOf(address);
    this.#all -= 1;
    this.#change(address, -1);
    if (network !== undefined) this.#change(network, -1);
  }

  #change(key: string, by: 1 | -1): number {
    const count = (this.#open.get(key) ?? 0) + by;
    if (count > 0) this.#open.set(key, count);
    else this.#open.delete(key);
    return count;
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
