/**
 * nftables text of the routers that are not ours: the four NAT kinds of RFC 3489, each as a point on the two axes of
 * RFC 4787. Pure. The text of our own router comes from `src/router/net/nft.ts`, never from here.
 *
 * Linux maps endpoint-independently (`masquerade` keeps the source port, and reuses the mapping of an inside address
 * and port) and filters by conntrack, that is by address and port. That is a port-restricted cone already. The two
 * wider kinds learn, behind the NAT, which inside endpoint owns a mapped port, and let strangers in by that map. The
 * symmetric kind draws a new port for every destination.
 */

/** RFC 4787 section 4.1: what a mapping depends on. */
export type Mapping = 'endpoint-independent' | 'address-and-port-dependent';
/** RFC 4787 section 5: what decides if a packet from outside gets in. */
export type Filtering = 'endpoint-independent' | 'address-dependent' | 'address-and-port-dependent';

/** The combinations that exist. When a NAT maps by destination, other senders have no mapping to aim at. */
export type NatBehaviour =
  | { readonly mapping: 'endpoint-independent'; readonly filtering: Filtering }
  | { readonly mapping: 'address-and-port-dependent'; readonly filtering: 'address-and-port-dependent' };

/** Table 1 of the paper, in the words of RFC 3489. */
export const NAT_KINDS = ['full cone', 'restricted cone', 'port-restricted cone', 'symmetric'] as const;
export type NatKind = (typeof NAT_KINDS)[number];

export const BEHAVIOUR: Readonly<Record<NatKind, NatBehaviour>> = {
  'full cone': { mapping: 'endpoint-independent', filtering: 'endpoint-independent' },
  'restricted cone': { mapping: 'endpoint-independent', filtering: 'address-dependent' },
  'port-restricted cone': { mapping: 'endpoint-independent', filtering: 'address-and-port-dependent' },
  symmetric: { mapping: 'address-and-port-dependent', filtering: 'address-and-port-dependent' },
};

/** How long a learned mapping lives without a packet from inside (RFC 4787 REQ-5: at least two minutes). */
const MAPPING_LIFE = '5m';
/** After the mapping itself, so that the mapped port is known. */
const LEARN_PRIORITY = 'srcnat + 10';

/** A whole NAT router. Unrequested packets from outside do not reach the router itself (`firewall`). */
export function natText(kind: NatKind, wan: string): string {
  return replaceTables(['inet lab_filter', 'ip lab_nat'], [firewall(wan), tables(BEHAVIOUR[kind], wan)]);
}

/**
 * The paper's routers, and what `masquerade` alone gives somebody who sets up an access point by hand: the mapping of a
 * port-restricted cone, and no filter at all.
 */
export function plainMasqueradeText(wan: string): string {
  return replaceTables(
    ['inet lab_filter', 'ip lab_nat'],
    ['table inet lab_filter {\n}', tables(BEHAVIOUR['port-restricted cone'], wan)],
  );
}

/** Declared, deleted, defined: one atomic load that works with and without existing tables. */
function replaceTables(names: readonly string[], definitions: readonly string[]): string {
  const cleared = names.map((name) => `table ${name}\ndelete table ${name}`);
  return [...cleared, ...definitions, ''].join('\n');
}

/**
 * Without the drop, the router accepts the peer's early packet and conntrack remembers it. The packet of the router's
 * own client to that peer then gets another source port, and the hole is not where the peer aims (N4).
 */
function firewall(wan: string): string {
  return `table inet lab_filter {
  chain input {
    type filter hook input priority filter; policy drop;
    ct state established,related accept
    iifname != "${wan}" accept
    ip protocol icmp accept
  }
  chain forward {
    type filter hook forward priority filter; policy drop;
    ct state established,related accept
    iifname != "${wan}" accept
    ct status dnat accept
  }
}`;
}

function tables({ mapping, filtering }: NatBehaviour, wan: string): string {
  const flags = mapping === 'endpoint-independent' ? '' : ' fully-random';
  const blocks = [
    `  chain post {
    type nat hook postrouting priority srcnat;
    oifname "${wan}" masquerade${flags}
  }`,
  ];
  if (filtering !== 'address-and-port-dependent') blocks.unshift(...learning(filtering, wan));
  return `table ip lab_nat {\n${blocks.join('\n')}\n}`;
}

/** The map from a mapped port (and who may use it) to the inside endpoint, and the rules that fill and read it. */
function learning(filtering: 'endpoint-independent' | 'address-dependent', wan: string): readonly string[] {
  const anyone = filtering === 'endpoint-independent';
  const key = anyone ? 'inet_service' : 'ipv4_addr . inet_service';
  const written = anyone ? 'udp sport' : 'ip daddr . udp sport';
  const read = anyone ? 'udp dport' : 'ip saddr . udp dport';
  return [
    `  map owners {
    type ${key} : ipv4_addr . inet_service
    flags dynamic,timeout
    timeout ${MAPPING_LIFE}
    size 65535
  }`,
    `  chain learn {
    type filter hook postrouting priority ${LEARN_PRIORITY};
    oifname "${wan}" meta l4proto udp ct status snat update @owners { ${written} : ct original ip saddr . ct original proto-src }
  }`,
    `  chain pre {
    type nat hook prerouting priority dstnat;
    iifname "${wan}" meta l4proto udp dnat ip to ${read} map @owners
  }`,
  ];
}
