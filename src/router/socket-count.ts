/** How many sockets are open from where, so that no single device takes the places of all others. */
import { isIPv6 } from 'node:net';
import type { Limits } from './limits.ts';

export class SocketCount {
  readonly #limits: Pick<Limits, 'socketsPerAddress' | 'socketsPerNetwork'>;
  readonly #open = new Map<string, number>();

  constructor(limits: Pick<Limits, 'socketsPerAddress' | 'socketsPerNetwork'>) {
    this.#limits = limits;
  }

  /** Counts one more socket from `address`; whether that is not too many. It is counted in any case, until `remove`. */
  add(address: string): boolean {
    const network = networkOf(address);
    const own = this.#change(address, 1);
    const shared = network === undefined ? 0 : this.#change(network, 1);
    return own <= this.#limits.socketsPerAddress && shared <= this.#limits.socketsPerNetwork;
  }

  remove(address: string): void {
    const network = networkOf(address);
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
