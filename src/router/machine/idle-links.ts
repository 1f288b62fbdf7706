/**
 * IPv4 addresses on links that are up with nothing at the other end: a bridge before its access point is on the air, a cable
 * that is out. Node leaves them out of its list. What the kernel shows of its routes has them, to everybody and without a
 * program to run. Pure: the texts come in.
 */
import { endianness } from 'node:os';
import type { Interface, Interfaces } from './addresses.ts';
import { rangeOf, toNumber, toText } from './ipv4.ts';

/** RTF_GATEWAY of Linux's route.h: such a route says nothing about the link's own network. */
const GATEWAY = 0x2;

type Route = { readonly interface: string; readonly network: number; readonly prefix: number };

/**
 * `told` with those addresses that it lacks. `fibTrie` and `route` are the texts of /proc/net/fib_trie and /proc/net/route. An
 * address without a network of its own there (a /32) is not found, nor is IPv6, which gets its addresses with the carrier.
 */
export function withIdleLinks(told: Interfaces, fibTrie: string, route: string): Interfaces {
  const known = new Set(Object.values(told).flatMap((infos) => (infos ?? []).map(({ address }) => address)));
  const idle = localAddresses(fibTrie).filter((address) => !known.has(address));
  if (idle.length === 0) return told;
  const routes = ownNetworks(route);
  const result: Record<string, readonly Interface[] | undefined> = { ...told };
  for (const address of idle) {
    const found = routes.find(({ network, prefix }) => rangeOf(`${address}/${prefix}`).first === network);
    if (found !== undefined)
      result[found.interface] = [...(result[found.interface] ?? []), idleAt(address, found.prefix)];
  }
  return result;
}

function idleAt(address: string, prefix: number): Interface {
  const netmask = toText(2 ** 32 - 2 ** (32 - prefix));
  const cidr = `${address}/${prefix}`;
  return { family: 'IPv4', address, netmask, cidr, mac: '00:00:00:00:00:00', internal: false, idle: true };
}

/** The leaves of the trie that are this machine itself, each once. */
const localAddresses = (fibTrie: string): readonly string[] => [
  ...new Set([...fibTrie.matchAll(/\|-- ([\d.]+)\n\s+\/32 host LOCAL/g)].map(([, address = '']) => address)),
];

/** The networks of links, the smallest first. Where two links have one network, nobody can say whose an address is: the first has it. */
function ownNetworks(route: string): readonly Route[] {
  const lines = route
    .split('\n')
    .slice(1)
    .map((line) => line.split(/\s+/));
  return lines
    .filter(([name, , , flags]) => name && (Number.parseInt(flags ?? '', 16) & GATEWAY) === 0)
    .map(([name = '', destination = '', , , , , , mask = '']) => ({
      interface: name,
      network: numberOf(destination),
      prefix: prefixOf(numberOf(mask)),
    }))
    .filter(({ prefix }) => prefix > 0)
    .sort((a, b) => b.prefix - a.prefix);
}

const prefixOf = (mask: number): number => 32 - Math.log2(2 ** 32 - mask);

/** The kernel writes the four bytes as its processor reads them as a number. */
function numberOf(hex: string): number {
  const bytes = Buffer.from(hex, 'hex');
  return toNumber((endianness() === 'LE' ? bytes.reverse() : bytes).join('.'));
}
