/**
 * The product router's nftables rules, as text. Pure; nft-command.ts applies them.
 *
 *      phones --- [lan0  router  bh0] --- backhaul --- other routers
 *                    |                |
 *                    |  masquerade -->|   nobody out there sees an address of the LAN
 *                    |  <-- drop -----|   all unrequested packets, except to services of this router
 *
 * We have two tables: the rules of others stay as they are, and removing ours leaves nothing behind. The tables are
 * made anew in one transaction, so applying twice gives the same rules as once. Nothing is flushed: running connections
 * live on.
 */
import type { NatKind } from '../config/choices.ts';
import { RELAY_PORTS } from '../config/ports.ts';
import type { Side } from './networks.ts';

export type NatSettings = {
  readonly lan: Side;
  readonly backhaul: Side;
  readonly kind: NatKind;
  readonly turnPort: number;
  /**
   * Ports on which the backhaul may reach this router, besides STUN and TURN (over UDP and TCP): the app, the mesh, and
   * the operator's additions.
   */
  readonly openTcp: readonly number[];
  readonly openUdp: readonly number[];
  /** The port at which phones open the app, and the port where it listens. */
  readonly web?: { readonly public: number; readonly own: number };
  /** Nothing passes between these two networks and others of this machine: its operator's LAN, a VPN, containers. */
  readonly isClosed?: boolean;
};

const TABLES = ['inet hikyaku', 'ip hikyaku_nat'] as const;
const RELAYS = `${RELAY_PORTS.first}-${RELAY_PORTS.last}`;
/** RFC 4787 REQ-5: a mapping lives at least 2 minutes without traffic, 5 are recommended. */
const MAPPING_TIMEOUT = '5m';
/** For mappings whose own port is one that this router serves. Above the relay ports, which end at 24999. */
const SPARE_PORTS = '25000-65535';
/** Ports of other services, on which no peer's browser listens: privileged ports, SSDP, STUN and TURN, mDNS, LLMNR. */
const NO_PEER_PORTS = [1900, 5353, 5355];

export function natRules(settings: NatSettings): string {
  return [removal(), filterTable(settings), natTable(settings)].join('\n');
}

/** Also works when there is nothing to remove: it declares each table before it deletes it. */
export function removal(): string {
  return TABLES.map((table) => `table ${table}\ndelete table ${table}\n`).join('');
}

/** Kernel settings that belong to the rules. Each lasts until the next boot. */
export const KERNEL_SETTINGS: readonly (readonly [name: string, value: string])[] = [
  ['net.ipv4.ip_forward', '1'],
  // After the default 30 s a phone's mapping would be gone, and punching would have to begin again.
  ['net.netfilter.nf_conntrack_udp_timeout', '120'],
  ['net.netfilter.nf_conntrack_udp_timeout_stream', '300'],
];

function filterTable({ lan, backhaul, turnPort, openTcp, openUdp, isClosed = false }: NatSettings): string {
  const both = `{ ${quoted(lan.interface)}, ${quoted(backhaul.interface)} }`;
  return table('inet hikyaku', [
    chain(
      'input',
      'type filter hook input priority filter; policy accept;',
      `iifname != ${quoted(backhaul.interface)} accept`,
      'ct state established,related accept',
      'meta l4proto { icmp, igmp, ipv6-icmp } accept',
      `tcp dport ${set([turnPort, ...openTcp])} accept`,
      `udp dport ${set([turnPort, RELAYS, ...openUdp])} accept`,
      comment(
        "A peer's early packet must leave no trace: if it were accepted, conntrack would keep it, the packet of our own",
      ),
      comment('client to that peer would get another port, and punching would fail.'),
      'drop',
    ),
    chain(
      'forward',
      'type filter hook forward priority filter; policy accept;',
      ...(isClosed ? [`iifname ${both} oifname != ${both} drop`, `oifname ${both} iifname != ${both} drop`] : []),
      `iifname != ${quoted(backhaul.interface)} accept`,
      `oifname != ${quoted(lan.interface)} accept`,
      'ct state established,related accept',
      'ct status dnat accept',
      'drop',
    ),
    chain(
      'output',
      'type filter hook output priority filter; policy accept;',
      comment(
        'coturn refuses these peers by address. Should its configuration ever be another one, this holds by port.',
      ),
      `udp sport ${RELAYS} fib daddr type { local, broadcast } udp dport != ${RELAYS} drop`,
      `udp sport ${RELAYS} udp dport ${set(['0-1023', turnPort, ...NO_PEER_PORTS, ...openUdp])} drop`,
    ),
  ]);
}

function natTable(settings: NatSettings): string {
  const { lan, backhaul, turnPort, openUdp } = settings;
  const [inside, outside] = [quoted(lan.interface), quoted(backhaul.interface)];
  const served = set([turnPort, RELAYS, ...openUdp]);
  const learn = 'update @mapped { udp sport : ct original ip saddr . ct original proto-src }';
  const toOwnStun = `iifname ${inside} ip daddr ${backhaul.address} udp dport ${turnPort}`;
  return table('ip hikyaku_nat', [
    [
      comment(
        'Mapped port on the backhaul : client. Filled by what clients send (RFC 4787: endpoint-independent mapping).',
      ),
      'map mapped {',
      '\ttype inet_service : ipv4_addr . inet_service',
      '\tflags dynamic,timeout',
      `\ttimeout ${MAPPING_TIMEOUT}`,
      '\tsize 65535',
      '}',
    ],
    prerouting(settings, served),
    chain(
      'input',
      comment(
        'A client that asks the STUN server on the backhaul address is told its mapping, as if it had left this router.',
      ),
      comment('The name "srcnat" is refused in this hook; 100 is what it stands for.'),
      'type nat hook input priority 100; policy accept;',
      `${toOwnStun} udp sport ${served} snat to ${backhaul.address}:${SPARE_PORTS}`,
      `${toOwnStun} snat to ${backhaul.address}`,
    ),
    chain(
      'postrouting',
      'type nat hook postrouting priority srcnat; policy accept;',
      `oifname ${outside} ip saddr ${lan.cidr} udp sport ${served} masquerade to :${SPARE_PORTS}`,
      comment('With the port kept where it is free. Picking one by chance would make the NAT symmetric.'),
      `oifname ${outside} ip saddr ${lan.cidr} masquerade`,
      `oifname ${inside} ip saddr ${lan.cidr} ct status dnat snat to ${backhaul.address}`,
    ),
    chain(
      'learn_leaving',
      'type filter hook postrouting priority srcnat + 10; policy accept;',
      `oifname ${outside} meta l4proto udp ct status snat ${learn}`,
    ),
    chain(
      'learn_asking',
      'type filter hook input priority 110; policy accept;',
      `${toOwnStun} ct status snat ${learn}`,
    ),
  ]);
}

/** What comes in and is for somebody else than it says. `served`: the ports of this router itself. */
function prerouting({ lan, backhaul, kind, web }: NatSettings, served: string): Lines {
  const [inside, outside] = [quoted(lan.interface), quoted(backhaul.interface)];
  const toMapped = `ip daddr ${backhaul.address} udp dport != ${served} dnat ip to udp dport map @mapped`;
  return chain(
    'prerouting',
    'type nat hook prerouting priority dstnat; policy accept;',
    ...(kind === 'full-cone'
      ? [comment('Full cone: everybody who sends to a mapping reaches the client.'), `iifname ${outside} ${toMapped}`]
      : []),
    ...(web === undefined
      ? []
      : [
          comment('Only what is sent to this router itself: nobody is kept from a page elsewhere.'),
          `iifname ${inside} ip daddr ${lan.address} tcp dport ${web.public} redirect to :${web.own}`,
        ]),
    comment('Hairpin (RFC 4787 REQ-9): clients of this router that know of each other only from outside.'),
    `iifname ${inside} ${toMapped}`,
  );
}

type Lines = readonly string[];

function table(name: string, parts: readonly Lines[]): string {
  const body = parts.map((lines) => lines.map((line) => `\t${line}\n`).join('')).join('\n');
  return `table ${name} {\n${body}}\n`;
}

function chain(name: string, ...lines: Lines): Lines {
  return [`chain ${name} {`, ...lines.map((line) => `\t${line}`), '}'];
}

const comment = (words: string): string => `# ${words}`;
/** Interface names may hold dots and dashes. */
const quoted = (name: string): string => `"${name}"`;
const set = (ports: readonly (number | string)[]): string => `{ ${[...new Set(ports)].join(', ')} }`;
