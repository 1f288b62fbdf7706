/** What `ip -json` (iproute2 4.13 and later) says of interfaces, addresses and routes. */
import { array, integer, object, type Parsed, parseJson, text } from '../../../protocol/parse.ts';

/** Machines with thousands of container interfaces exist; each takes about a kilobyte. */
const MAX_LENGTH = 16 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

const name = text(15, 1);

const links = array(
  object(
    { ifname: name, link_type: text(64) },
    {
      address: text(64),
      master: name,
      ifalias: text(255),
      flags: array(text(32), 64),
      linkinfo: object({}, { info_kind: text(64) }),
      addr_info: array(object({}, { family: text(16), local: text(64), prefixlen: integer(0, 128) }), MAX_ENTRIES),
    },
  ),
  MAX_ENTRIES,
);

/** An interface that frames of Ethernet leave by, cables and radios alike. */
export type IpLink = {
  readonly name: string;
  readonly mac: string;
  readonly hasCarrier: boolean;
  /** IPv4 with prefix length. */
  readonly addresses: readonly string[];
  readonly master?: string;
  /** What somebody wrote beside its name. */
  readonly alias?: string;
  /** `veth`, `bridge`, `vlan` …; absent for a device of the machine itself. */
  readonly kind?: string;
};

/** Of `ip -json -details address`; empty where it is not understood. */
export function parseLinks(json: string): readonly IpLink[] {
  return orElse(parseJson(json, MAX_LENGTH, links), [])
    .filter(({ link_type }) => link_type === 'ether')
    .map(({ ifname, address = '', master, ifalias, flags = [], linkinfo, addr_info = [] }) => ({
      name: ifname,
      mac: address,
      hasCarrier: flags.includes('LOWER_UP'),
      addresses: addr_info.flatMap(({ family, local, prefixlen }) =>
        family === 'inet' && local !== undefined && prefixlen !== undefined ? [`${local}/${prefixlen}`] : [],
      ),
      ...(master !== undefined && { master }),
      ...(ifalias !== undefined && { alias: ifalias }),
      ...(linkinfo?.info_kind !== undefined && { kind: linkinfo.info_kind }),
    }));
}

const routes = array(object({}, { dst: text(64), dev: name }), MAX_ENTRIES);

/** Interfaces of the default routes, or of one route asked for: of `ip -json route show default`, `ip -json route get X`. */
export function parseRouteDevices(json: string): readonly string[] {
  return orElse(parseJson(json, MAX_LENGTH, routes), []).flatMap(({ dev }) => (dev === undefined ? [] : [dev]));
}

const orElse = <T>(parsed: Parsed<T>, otherwise: T): T => (parsed.ok ? parsed.value : otherwise);
