/**
 * The text of dnsmasq's configuration for the LAN: addresses for phones, and the few names there are. Pure. Written for
 * 2.90 (Debian 12).
 *
 * There is no Internet, so there is nobody to ask: no query ever leaves this machine, and no names exist but those
 * below. The answer for others is an immediate NXDOMAIN rather than a refusal or silence: a phone that waits for its
 * name servers calls the network slow. Firefox takes it as the sign not to use its own resolver
 * (`use-application-dns.net`), and Apple's Private Relay as the sign that it is not wanted (`mask.icloud.com`).
 * Android's Private DNS in its automatic form finds no TLS here and asks in the clear; with a host name set by hand it
 * resolves nothing at all, which is why the poster shows an address and no name.
 */

import { hostsOf, type Range, rangeOf, toText, without } from '../machine/ipv4.ts';
import { NCSI_NAME, PROBE_HOSTS } from '../portal/probes.ts';
import type { Side } from './networks.ts';

/** How long a phone may keep its address. A night without power must not mix the addresses up (see portal/seen.ts). */
const LEASE = '12h';
/** RFC 8910 section 2.1. */
const CAPTIVE_PORTAL_OPTION = 114;

export type DnsSettings = {
  readonly lan: Side;
  readonly hostname: string;
  /** True when port 80 of the LAN is ours: only then may the names of probes lead here. */
  readonly portal: boolean;
  /** Address of the state (RFC 8908), when phones trust the certificate. */
  readonly captiveApi?: string;
};

/** `undefined` when the LAN has no address left to give. */
export function dnsmasqConf({ lan, hostname, portal, captiveApi }: DnsSettings): string | undefined {
  const range = leases(lan);
  if (range === undefined) return undefined;
  // Exact names. `address=/NAME/` would also match every name below it, and answer NXDOMAIN to a question for IPv6,
  // after which some resolvers believe that the name does not exist.
  const here = (name: string): string => `host-record=${name},${lan.address}`;
  return [
    `interface=${lan.interface}`,
    'except-interface=lo',
    'bind-dynamic',
    'no-resolv',
    'no-hosts',
    'no-poll',
    'address=/#/',
    'bogus-priv',
    here(hostname),
    ...(portal ? [...PROBE_HOSTS.map(here), `host-record=${NCSI_NAME.name},${NCSI_NAME.address}`] : []),
    'dhcp-authoritative',
    // Otherwise a phone with our host name would be found under our name.
    'dhcp-ignore-names',
    `dhcp-range=${toText(range.first)},${toText(range.last)},${maskOf(lan.cidr)},${LEASE}`,
    `dhcp-option=option:router,${lan.address}`,
    `dhcp-option=option:dns-server,${lan.address}`,
    ...(captiveApi === undefined ? [] : [`dhcp-option=${CAPTIVE_PORTAL_OPTION},${captiveApi}`]),
    '',
  ].join('\n');
}

/**
 * The largest run of addresses without the router's own. dnsmasq checks that an address is free before it gives it
 * away.
 */
function leases({ address, cidr }: Side): Range | undefined {
  const size = ({ first, last }: Range): number => last - first;
  return [...without(hostsOf(rangeOf(cidr)), [address])].sort((a, b) => size(b) - size(a))[0];
}

function maskOf(cidr: string): string {
  const { first, last } = rangeOf(cidr);
  return toText(0xffffffff - (last - first));
}
