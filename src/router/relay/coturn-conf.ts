/** The text of coturn's configuration. Pure. Written for 4.6.1 (Debian 12), whose options these are. */

import { RELAY_PORTS } from '../config/ports.ts';
import type { RelayLimits } from '../limits/limits.ts';
import { hostsOf, rangeOf, toText, without } from '../machine/ipv4.ts';
import type { Networks } from '../net/networks.ts';
import { type Mark, markingLines } from './coturn-log.ts';

const REALM = 'hikyaku';
/** RFC 8656 section 5: the life of a nonce. A client that is told "stale" continues with the new one. */
const NONCE_S = 600;

type CoturnSettings = {
  readonly networks: Networks;
  readonly port: number;
  readonly secret: string;
  readonly limits: RelayLimits;
  readonly mark: Mark;
  /** True: coturn shall tell how much it relays; it then logs much else as well. */
  readonly tellsUsage: boolean;
};

/** Addresses on which STUN and TURN are answered, the LAN's first. */
export function listeningAddresses({ lan, backhaul }: Networks): readonly string[] {
  return [lan, backhaul].flatMap((side) => (side === undefined ? [] : [side.address]));
}

/** `undefined` when there is no network to serve. */
export function coturnConf({ networks, port, secret, limits, mark, tellsUsage }: CoturnSettings): string | undefined {
  const listening = listeningAddresses(networks);
  // On the backhaul if there is one: a relay on the LAN's address is useless to clients of other routers.
  const relay = listening.at(-1);
  if (relay === undefined) return undefined;
  return [
    `listening-port=${port}`,
    ...listening.map((address) => `listening-ip=${address}`),
    `relay-ip=${relay}`,
    `min-port=${RELAY_PORTS.first}`,
    `max-port=${RELAY_PORTS.last}`,
    'use-auth-secret',
    `static-auth-secret=${secret}`,
    `realm=${REALM}`,
    'fingerprint',
    // UDP, and TCP for clients whose UDP is dropped on its way here. What passes is already DTLS from end to end.
    'no-tls',
    'no-dtls',
    'no-tcp-relay',
    'no-multicast-peers',
    'denied-peer-ip=0.0.0.0-255.255.255.255',
    'denied-peer-ip=::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    ...peerRanges(networks).map((range) => `allowed-peer-ip=${range}`),
    `user-quota=${limits.perAddress}`,
    `total-quota=${limits.inAll}`,
    `max-allocate-lifetime=${limits.lifetimeS}`,
    `max-allocate-timeout=${limits.idleS}`,
    `stale-nonce=${NONCE_S}`,
    'relay-threads=1',
    'no-cli',
    'no-software-attribute',
    'no-rfc5780',
    'log-file=stdout',
    'simple-log',
    ...markingLines(mark),
    ...(tellsUsage ? ['verbose'] : []),
    // coturn opens a database and writes its process id without any need; that must not leave files.
    'userdb=:memory:',
    'pidfile=/dev/null',
    '',
  ].join('\n');
}

/**
 * Where the relay may send: to hosts of the backhaul, and of the LAN for pairs that the access point keeps apart
 * (client isolation), but to no address of the router. In coturn 4.6.1 an allowed range wins over any denied one,
 * wherever it stands, so the router's addresses must be cut out of the ranges.
 *
 * The relay's own address is cut out as well. No pair needs it: for two clients of this router, the relay of one
 * reaches the other at the address that the LAN's STUN shows, and answers come back from there. So nothing on this
 * machine can be reached through the relay, even without our nftables rules.
 */
function peerRanges({ lan, backhaul, own }: Networks): readonly string[] {
  return [backhaul, lan]
    .flatMap((side) => (side === undefined ? [] : without(hostsOf(rangeOf(side.cidr)), own)))
    .map(({ first, last }) => (first === last ? toText(first) : `${toText(first)}-${toText(last)}`));
}
