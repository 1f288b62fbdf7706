/** What a phone says to get an address, and what it is answered: DHCP (RFC 2131, options of RFC 2132), to and from bytes. Pure. */

const MAGIC_COOKIE = 0x63825363;
/** RFC 2131 section 2: what stands before the options. */
const FIXED_BYTES = 236;
const OPTION = { mask: 1, router: 3, dns: 6, wanted: 50, type: 53, server: 54, list: 55, end: 255 } as const;
const TYPE = { discover: 1, offer: 2, request: 3, ack: 5, nak: 6 } as const;
/** Ask for an answer to everybody: who has no address yet cannot be written to (section 4.1). */
const BROADCAST = 0x8000;
const ETHERNET = { type: 1, bytes: 6 } as const;

export type Lease = {
  readonly address: string;
  readonly prefixLength: number;
  readonly router?: string;
  readonly dns?: string;
  /** Who gave it. */
  readonly server: string;
};
export type DhcpAnswer =
  | { readonly is: 'offer' | 'ack'; readonly lease: Lease }
  /** What was asked for is not to be had. */
  | { readonly is: 'nak' };

export type Asking = { readonly transaction: number; readonly mac: Uint8Array };

export const discoverBytes = (asking: Asking): Uint8Array => questionBytes(asking, TYPE.discover, []);

/** Takes what was offered. */
export const requestBytes = (asking: Asking, { address, server }: Lease): Uint8Array =>
  questionBytes(asking, TYPE.request, [
    [OPTION.wanted, bytesOf(address)],
    [OPTION.server, bytesOf(server)],
  ]);

function questionBytes(
  { transaction, mac }: Asking,
  type: number,
  more: readonly (readonly [option: number, bytes: readonly number[]])[],
): Uint8Array {
  const options = [
    [OPTION.type, [type]] as const,
    [OPTION.list, [OPTION.mask, OPTION.router, OPTION.dns]] as const,
    ...more,
  ].flatMap(([option, bytes]) => [option, bytes.length, ...bytes]);
  const bytes = new Uint8Array(FIXED_BYTES + 4 + options.length + 1);
  const view = new DataView(bytes.buffer);
  bytes.set([1, ETHERNET.type, ETHERNET.bytes, 0]); // a request
  view.setUint32(4, transaction);
  view.setUint16(10, BROADCAST);
  bytes.set(mac, 28);
  view.setUint32(FIXED_BYTES, MAGIC_COOKIE);
  bytes.set([...options, OPTION.end], FIXED_BYTES + 4);
  return bytes;
}

/** The answer in a datagram to this question; `undefined` if it is none. */
export function answerIn(bytes: Uint8Array, { transaction, mac }: Asking): DhcpAnswer | undefined {
  if (bytes.length < FIXED_BYTES + 4) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isToUs =
    bytes[0] === 2 && view.getUint32(4) === transaction && mac.every((byte, at) => bytes[28 + at] === byte);
  if (!isToUs || view.getUint32(FIXED_BYTES) !== MAGIC_COOKIE) return undefined;
  const options = optionsIn(bytes.subarray(FIXED_BYTES + 4));
  const type = options.get(OPTION.type)?.[0];
  if (type === TYPE.nak) return { is: 'nak' };
  const [server, mask] = [addressIn(options.get(OPTION.server)), options.get(OPTION.mask)];
  if ((type !== TYPE.offer && type !== TYPE.ack) || server === undefined || mask?.length !== 4) return undefined;
  const router = addressIn(options.get(OPTION.router));
  const dns = addressIn(options.get(OPTION.dns));
  const lease = {
    address: bytes.subarray(16, 20).join('.'),
    prefixLength: [...mask].reduce((bits, byte) => bits + byte.toString(2).replaceAll('0', '').length, 0),
    server,
    ...(router !== undefined && { router }),
    ...(dns !== undefined && { dns }),
  };
  return { is: type === TYPE.offer ? 'offer' : 'ack', lease };
}

function optionsIn(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const options = new Map<number, Uint8Array>();
  for (let at = 0; at < bytes.length && bytes[at] !== OPTION.end; ) {
    const option = bytes[at] ?? 0;
    if (option === 0) {
      at += 1; // padding
      continue;
    }
    const length = bytes[at + 1] ?? 0;
    options.set(option, bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return options;
}

/** The first of a list of addresses. */
const addressIn = (bytes: Uint8Array | undefined): string | undefined =>
  bytes !== undefined && bytes.length >= 4 ? bytes.subarray(0, 4).join('.') : undefined;

const bytesOf = (address: string): readonly number[] => address.split('.').map(Number);
