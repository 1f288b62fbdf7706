/** Readers of a flag's value: each returns the typed value, or the right form in words. */
import { isIP, isIPv4 } from 'node:net';
import { MAX_NAME_LENGTH } from '../../protocol/limits.ts';
import { cleanName } from '../../protocol/name.ts';
import { MESH_PORT } from './ports.ts';

export type Peer = { readonly address: string; readonly port: number };
type Read<T> = { readonly value: T } | { readonly wanted: string };
export type Reader<T> = (text: string) => Read<T>;

/** A network side of the router, as the operator names it. */
export type Link =
  | { readonly by: 'interface'; readonly name: string }
  | { readonly by: 'address'; readonly address: string };

const reader =
  <T>(wanted: string, read: (text: string) => T | undefined): Reader<T> =>
  (text) => {
    const value = read(text);
    return value === undefined ? { wanted } : { value };
  };

export const port = reader('a whole number from 0 (any free port) to 65535', (text) =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined,
);

export const fixedPort = reader('a whole number from 1 to 65535', (text) =>
  /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535 ? Number(text) : undefined,
);

/** For HTTPS, which can also be switched off. */
export const portOrOff = reader<number | 'off'>('a whole number from 0 (any free port) to 65535, or off', (text) => {
  if (text === 'off') return 'off';
  const read = port(text);
  return 'value' in read ? read.value : undefined;
});

/**
 * The longest name that still fits, with the words around it, into the 64 characters of a certificate's common name.
 */
const MAX_HOSTNAME_LENGTH = 48;

/** A name that browsers accept as a host, so that it can stand in addresses, certificates and DNS alike. */
export const hostName = reader(
  `a DNS name in small letters with a dot, such as hikyaku.internal, of at most ${MAX_HOSTNAME_LENGTH} characters`,
  (text) => {
    const labels = text.split('.');
    const isName = labels.every((label) => /^(?!-)[a-z\d-]{1,63}(?<!-)$/.test(label));
    return isName && labels.length > 1 && text.length <= MAX_HOSTNAME_LENGTH && /[a-z]/.test(labels.at(-1) ?? '')
      ? text
      : undefined;
  },
);

export const host = reader('an address of this machine such as 192.168.42.1, or 0.0.0.0 or :: for all', (text) => {
  if (text === 'localhost') return '127.0.0.1';
  return isIP(text) !== 0 && !text.includes('%') ? text : undefined;
});

export const personalName = reader(`a name of 1 to ${MAX_NAME_LENGTH} characters`, (text) => {
  const clean = cleanName(text);
  // cleanName would cut it; an operator should rather be told that the name is too long.
  return clean !== '' && text.trim().length <= MAX_NAME_LENGTH ? clean : undefined;
});

export const path = reader('a path', (text) => (text === '' || text.includes('\0') ? undefined : text));

export const link = reader<Link>('a network interface such as eth0, or an address of one', (text) => {
  if (isIP(text) !== 0) return { by: 'address', address: text };
  // The form of interface names on Linux: at most 15 bytes, no slash, no white space.
  return /^[\w.@:-]{1,15}$/.test(text) && !/^\d+(?:\.\d+)*$/.test(text) ? { by: 'interface', name: text } : undefined;
});

export const meshKey = reader('a key of 8 to 256 characters', (text) =>
  text.length >= 8 && text.length <= 256 ? text : undefined,
);

/** A literal address: clients may have no DNS, and a name would be looked up outside. */
export const turnUrl = reader('turn:ADDRESS:PORT with an IPv4 address, no name', (text) => {
  const [, address, digits = '3478'] = /^turn:([\d.]+)(?::(\d{1,5}))?(?:\?transport=udp)?$/.exec(text) ?? [];
  const number = Number(digits);
  return address !== undefined && isIPv4(address) && number >= 1 && number <= 65_535
    ? { address, port: number }
    : undefined;
});

export type OpenPorts = { readonly tcp: readonly number[]; readonly udp: readonly number[] };

export const openPorts = reader<OpenPorts>('a list such as tcp:22,udp:6696', (text) => {
  const ports = { tcp: [] as number[], udp: [] as number[] };
  for (const entry of text.split(',')) {
    const [, protocol, digits] = /^(tcp|udp):(\d{1,5})$/.exec(entry.trim()) ?? [];
    const number = Number(digits);
    if (protocol === undefined || number < 1 || number > 65_535) return undefined;
    ports[protocol === 'tcp' ? 'tcp' : 'udp'].push(number);
  }
  return ports;
});

/** Literal addresses for the same reason. */
export const meshPeers = reader<readonly Peer[]>('a list such as 10.7.0.1,10.8.0.1:8642', (text) => {
  const peers: Peer[] = [];
  for (const entry of text.split(',')) {
    const [, address = '', digits = String(MESH_PORT)] = /^([\d.]+)(?::(\d{1,5}))?$/.exec(entry.trim()) ?? [];
    const number = Number(digits);
    if (!isIPv4(address) || number < 1 || number > 65_535) return undefined;
    peers.push({ address, port: number });
  }
  return peers;
});

export const oneOf = <const T extends string>(...allowed: readonly T[]): Reader<T> =>
  reader(allowed.join(' or '), (text) => allowed.find((candidate) => candidate === text));

/** Decimal, as disks are sold. The smallest holds one file of the largest size as the share of one address. */
export const holdSize = reader('a size from 100MB to 999GB, such as 500MB or 2GB', (text) => {
  const [, digits, unit] = /^(\d{1,3})(MB|GB)$/.exec(text) ?? [];
  const bytes = Number(digits) * (unit === 'GB' ? 1e9 : 1e6);
  return bytes >= 1e8 ? bytes : undefined;
});

/** In MiB as `MAX_BLOB_BYTES` is: a phone seals the file in its memory. */
export const holdFile = reader('a size from 1MB to 100MB, such as 10MB', (text) => {
  const [, digits] = /^(\d{1,3})MB$/.exec(text) ?? [];
  const size = Number(digits);
  return size >= 1 && size <= 100 ? size * 1024 * 1024 : undefined;
});

export const holdDays = reader('a whole number of days from 1 to 365', (text) =>
  /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 365 ? Number(text) : undefined,
);

/** IEEE 802.11 section 9.4.2.2: up to 32 bytes. */
export const ssid = reader('a Wi-Fi name of 1 to 32 bytes', (text) => {
  const bytes = new TextEncoder().encode(text).length;
  return bytes >= 1 && bytes <= 32 && !/\p{Cc}/u.test(text) ? text : undefined;
});

/** WPA2 and WPA3: printable ASCII (IEEE 802.11 annex J.4). */
export const wifiPassword = reader('a Wi-Fi password of 8 to 63 letters, digits and signs of ASCII', (text) =>
  /^[ -~]{8,63}$/.test(text) ? text : undefined,
);
