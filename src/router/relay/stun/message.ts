/**
 * STUN messages as values (RFC 8489 section 5 and 14), to and from bytes. Pure. Knows what this router needs: Binding, mapped
 * addresses, errors, FINGERPRINT. Authentication is coturn's.
 */
import { crc32 } from '../../machine/crc32.ts';

/** RFC 8489 section 5: together with the two zero bits in front it tells STUN from everything else on a port. */
const MAGIC_COOKIE = 0x2112a442;
const HEADER_BYTES = 20;
const TRANSACTION_ID_BYTES = 12;
/** RFC 8489 section 14.7. */
const FINGERPRINT_XOR = 0x5354554e;
const FINGERPRINT_BYTES = 8;
/** RFC 8489 section 14.1. */
const FAMILY_IPV4 = 1;

export const METHOD = { binding: 0x001 } as const;

/** RFC 8489 section 18.3. A receiver must understand those below 0x8000. */
export const ATTRIBUTE = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  unknownAttributes: 0x000a,
  messageIntegritySha256: 0x001c,
  xorMappedAddress: 0x0020,
  fingerprint: 0x8028,
} as const;
export const FIRST_OPTIONAL_ATTRIBUTE = 0x8000;

const CLASSES = ['request', 'indication', 'success', 'error'] as const;
type StunClass = (typeof CLASSES)[number];
export type Attribute = { readonly type: number; readonly value: Uint8Array };
export type StunMessage = {
  readonly class: StunClass;
  readonly method: number;
  readonly transactionId: Uint8Array;
  readonly attributes: readonly Attribute[];
};
/** IPv4 only, like the networks on which this router serves STUN. */
export type Endpoint = { readonly address: string; readonly port: number };

/** The message in these bytes, or `undefined`. Whole datagrams only: nothing may follow the message. */
export function decodeMessage(bytes: Uint8Array): StunMessage | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = view.getUint16(0);
  const length = view.getUint16(2);
  if (type >= 0x4000 || length % 4 !== 0 || view.getUint32(4) !== MAGIC_COOKIE) return undefined;
  if (length !== bytes.length - HEADER_BYTES) return undefined;
  const attributes: Attribute[] = [];
  for (let at = HEADER_BYTES; at < bytes.length; ) {
    // Lengths are multiples of four so far, so four bytes are left here.
    const valueLength = view.getUint16(at + 2);
    const end = at + 4 + padded(valueLength);
    if (end > bytes.length) return undefined;
    attributes.push({ type: view.getUint16(at), value: bytes.subarray(at + 4, at + 4 + valueLength) });
    at = end;
  }
  return { ...splitType(type), transactionId: bytes.subarray(8, HEADER_BYTES), attributes };
}

export function encodeMessage({ class: kind, method, transactionId, attributes }: StunMessage): Uint8Array {
  if (transactionId.length !== TRANSACTION_ID_BYTES) throw new RangeError('a transaction id has 12 bytes');
  const length = attributes.reduce((sum, { value }) => sum + 4 + padded(value.length), 0);
  const bytes = new Uint8Array(HEADER_BYTES + length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, joinType(kind, method));
  view.setUint16(2, length);
  view.setUint32(4, MAGIC_COOKIE);
  bytes.set(transactionId, 8);
  let at = HEADER_BYTES;
  for (const { type, value } of attributes) {
    view.setUint16(at, type);
    view.setUint16(at + 2, value.length);
    bytes.set(value, at + 4);
    at += 4 + padded(value.length);
  }
  return bytes;
}

/** The encoded message with a FINGERPRINT behind it, which lets coturn and browsers tell STUN from other traffic. */
export function withFingerprint(message: StunMessage): Uint8Array {
  const value = new Uint8Array(4);
  const bytes = encodeMessage({
    ...message,
    attributes: [...message.attributes, { type: ATTRIBUTE.fingerprint, value }],
  });
  const sum = crc32(bytes.subarray(0, bytes.length - FINGERPRINT_BYTES)) ^ FINGERPRINT_XOR;
  new DataView(bytes.buffer).setUint32(bytes.length - 4, sum >>> 0);
  return bytes;
}

/** True when the FINGERPRINT at the end of `bytes` is right; `undefined` when there is none. */
export function checkFingerprint(bytes: Uint8Array, message: StunMessage): boolean | undefined {
  const last = message.attributes.at(-1);
  if (last?.type !== ATTRIBUTE.fingerprint) return undefined;
  if (last.value.length !== 4) return false;
  const sum = crc32(bytes.subarray(0, bytes.length - FINGERPRINT_BYTES)) ^ FINGERPRINT_XOR;
  return sum >>> 0 === new DataView(last.value.buffer, last.value.byteOffset, 4).getUint32(0);
}

/** RFC 8489 section 14.2. Hidden from NATs that rewrite addresses in packets. */
export function xorAddress({ address, port }: Endpoint): Uint8Array {
  const value = new Uint8Array(8);
  value[1] = FAMILY_IPV4;
  new DataView(value.buffer).setUint16(2, port ^ (MAGIC_COOKIE >>> 16));
  value.set(xored(Uint8Array.from(address.split('.'), Number)), 4);
  return value;
}

export function readXorAddress(value: Uint8Array): Endpoint | undefined {
  if (value.length !== 8 || value[1] !== FAMILY_IPV4) return undefined;
  const port = new DataView(value.buffer, value.byteOffset).getUint16(2) ^ (MAGIC_COOKIE >>> 16);
  return { address: xored(value.subarray(4)).join('.'), port };
}

/** The address a success response tells. */
export function mappedAddress({ attributes }: StunMessage): Endpoint | undefined {
  const found = attributes.find(({ type }) => type === ATTRIBUTE.xorMappedAddress);
  return found && readXorAddress(found.value);
}

/** RFC 8489 section 14.8: the hundreds, the rest, then words. */
export function errorCode(code: number, reason: string): Uint8Array {
  const words = new TextEncoder().encode(reason);
  const value = new Uint8Array(4 + words.length);
  value[2] = Math.floor(code / 100);
  value[3] = code % 100;
  value.set(words, 4);
  return value;
}

export function readErrorCode({ attributes }: StunMessage): number | undefined {
  const value = attributes.find(({ type }) => type === ATTRIBUTE.errorCode)?.value;
  return value === undefined || value.length < 4 ? undefined : ((value[2] ?? 0) & 7) * 100 + (value[3] ?? 0);
}

const padded = (length: number): number => (length + 3) & ~3;

/** RFC 8489 section 5, figure 3: the two bits of the class lie between the bits of the method. */
function joinType(kind: StunClass, method: number): number {
  const bits = CLASSES.indexOf(kind);
  return (method & 0xf) | ((bits & 1) << 4) | ((method & 0x70) << 1) | ((bits & 2) << 7) | ((method & 0xf80) << 2);
}

function splitType(type: number): { readonly class: StunClass; readonly method: number } {
  const method = (type & 0xf) | ((type & 0xe0) >> 1) | ((type & 0x3e00) >> 2);
  return { class: CLASSES[((type & 0x10) >> 4) | ((type & 0x100) >> 7)] ?? 'request', method };
}

/** IPv4 addresses are XORed with the cookie. */
function xored(raw: Uint8Array): Uint8Array {
  return raw.map((byte, index) => byte ^ ((MAGIC_COOKIE >>> (24 - 8 * index)) & 0xff));
}
