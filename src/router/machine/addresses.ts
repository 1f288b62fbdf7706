/** The addresses at which people reach this router. Pure: the list of interfaces comes in. */
import type { NetworkInterfaceInfo } from 'node:os';
import { isPrivate } from './private-ranges.ts';

/** `idle`: the link is up, and nothing is at its other end. */
export type Interface = NetworkInterfaceInfo & { readonly idle?: true };
export type Interfaces = Readonly<Record<string, readonly Interface[] | undefined>>;

/** Interfaces that containers and virtual machines make: only this machine can reach them. */
const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|podman|tun|tap|wg|tailscale)/;

/**
 * The addresses behind a listening host, the best one for people first: `lan` (an interface or an address) before
 * others, real interfaces before virtual ones, private ranges before others, loopback last. Nobody is at an idle link, unless it
 * is `lan`: an access point may be on the air in a moment.
 */
export function reachableAddresses(host: string, interfaces: Interfaces, lan?: string): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host];
  const candidates = Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? [])
      .filter((info) => info.family === 'IPv4' || (host === '::' && !info.address.startsWith('fe80:')))
      .map((info) => ({ address: info.address, idle: info.idle, rank: rank(name, info, lan) }))
      .filter(({ idle, rank }) => idle === undefined || rank === 0),
  );
  return candidates.sort((a, b) => a.rank - b.rank).map(({ address }) => address);
}

function rank(name: string, info: NetworkInterfaceInfo, lan: string | undefined): number {
  if (name === lan || info.address === lan) return 0;
  if (info.internal) return 5;
  if (isVirtual(name)) return 4;
  if (info.family === 'IPv6') return 3;
  // Browsers treat a page from a private address as local, and ask no permission to reach other local devices.
  return isPrivate(info.address) ? 1 : 2;
}

export function isVirtual(name: string): boolean {
  return VIRTUAL.test(name);
}

export function urlOf(scheme: 'http' | 'https', address: string, port: number): string {
  const host = address.includes(':') ? `[${address}]` : address;
  return new URL(`${scheme}://${host}:${port}/`).href;
}
