/** What `ip -json` (iproute2 4.13 and later) says of interfaces, addresses and routes. */
import { array, integer, object, type Parsed, parseJson, text } from '../../../protocol/parse.ts';

/** Machines with thousands of container interfaces exist; each takes about a kilobyte. */
const MAX_LENGTH = 16 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

const name = text(15, 1);

const links = array(
  object(
    { ifname: name },
    {
      link_type: text(64),
      mtu: integer(0, 2 ** 31),
      address: text(64),
      master: name,
      ifalias: text(255),
      flags: array(text(32), 64),
      linkinfo: object({}, { info_kind: text(64) }),
      addr_info: array(
        object({}, { family: text(16), local: text(64), prefixlen: integer(0, 128), broadcast: text(64) }),
        MAX_ENTRIES,
      ),
    },
  ),
  MAX_ENTRIES,
);

/** A network interface of any kind. */
export type IpLink = {
  readonly name: string;
  /** Empty where it has none. */
  readonly mac: string;
  /** Frames of Ethernet leave by it: a cable, a radio, a bridge. */
  readonly isEthernet: boolean;
  readonly isUp: boolean;
  readonly hasCarrier: boolean;
  readonly mtu?: number;
  /** IPv4 with prefix length. */
  readonly addresses: readonly string[];
  /** By address, of those that have one. */
  readonly broadcasts: ReadonlyMap<string, string>;
  readonly master?: string;
  /** What somebody wrote beside its name. */
  readonly alias?: string;
  /** `veth`, `bridge`, `vlan` …; absent for a device of the machine itself. */
  readonly kind?: string;
};

/** Of `ip -json address`, with or without `-details`, which alone tells the kind; empty where it is not understood. */
export function parseLinks(json: string): readonly IpLink[] {
  return orElse(parseJson(json, MAX_LENGTH, links), []).map((link) => {
    const { ifname, link_type, mtu, address = '', master, ifalias, flags = [], linkinfo, addr_info = [] } = link;
    const inet = addr_info.flatMap(({ family, local, prefixlen, broadcast }) =>
      family === 'inet' && local !== undefined && prefixlen !== undefined
        ? [{ address: `${local}/${prefixlen}`, broadcast }]
        : [],
    );
    return {
      name: ifname,
      mac: address,
      isEthernet: link_type === 'ether',
      isUp: flags.includes('UP'),
      hasCarrier: flags.includes('LOWER_UP'),
      addresses: inet.map((one) => one.address),
      broadcasts: new Map(inet.flatMap((one) => (one.broadcast === undefined ? [] : [[one.address, one.broadcast]]))),
      ...(mtu !== undefined && { mtu }),
      ...(master !== undefined && { master }),
      ...(ifalias !== undefined && { alias: ifalias }),
      ...(linkinfo?.info_kind !== undefined && { kind: linkinfo.info_kind }),
    };
  });
}

const routes = array(object({}, { dst: text(64), dev: name }), MAX_ENTRIES);

/** Interfaces of the default routes, or of one route asked for: of `ip -json route show default`, `ip -json route get X`. */
export function parseRouteDevices(json: string): readonly string[] {
  return orElse(parseJson(json, MAX_LENGTH, routes), []).flatMap(({ dev }) => (dev === undefined ? [] : [dev]));
}

const orElse = <T>(parsed: Parsed<T>, otherwise: T): T => (parsed.ok ? parsed.value : otherwise);
