/**
 * The datagram by which routers find each other: 55 bytes, authenticated, without any clock. Pure.
 *
 *   0 'HKY1'   4 key id   8 router id (12)   20 incarnation (8)   28 sequence   32 TCP port   34 presence version   38
 * flags
 *   39 HMAC-SHA256 of all before it, cut to 16 bytes; always the last 16, so later versions may add fields before it
 *
 * It holds no address: the source of the datagram is the router's address, so nobody can be sent elsewhere.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Incarnation, RouterId } from './bus.ts';
import { KEY_ID_BYTES, type MeshKeys, OPEN_KEY_ID } from './keys.ts';

export type Beacon = {
  readonly id: RouterId;
  readonly incarnation: Incarnation;
  /** Grows with every datagram of an incarnation: an older one is a replay. */
  readonly sequence: number;
  /** The TCP port at which the router accepts links. */
  readonly port: number;
  /** Low 32 bits of the number of presence changes that it has published. */
  readonly version: number;
};

type Heard =
  | { readonly ok: true; readonly beacon: Beacon }
  | { readonly ok: false; readonly reason: 'not-a-beacon' | 'other-key' | 'no-key' | 'has-key' | 'forged' };

const MAGIC = Buffer.from('HKY1');
const MAC_BYTES = 16;
const FIELD_BYTES = 39;
const MIN_BYTES = FIELD_BYTES + MAC_BYTES;
/** A longer datagram cannot be ours, and is not worth a hash. */
const MAX_BYTES = 256;

export function writeBeacon(beacon: Beacon, keys: MeshKeys): Buffer {
  const bytes = Buffer.alloc(MIN_BYTES);
  MAGIC.copy(bytes);
  keys.id.copy(bytes, 4);
  bytes.write(beacon.id, 8, 'base64url');
  bytes.write(beacon.incarnation, 20, 'hex');
  bytes.writeUInt32BE(beacon.sequence >>> 0, 28);
  bytes.writeUInt16BE(beacon.port, 32);
  bytes.writeUInt32BE(beacon.version >>> 0, 34);
  mac(bytes.subarray(0, FIELD_BYTES), keys).copy(bytes, FIELD_BYTES);
  return bytes;
}

export function readBeacon(bytes: Uint8Array, keys: MeshKeys): Heard {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < MIN_BYTES || data.length > MAX_BYTES || !data.subarray(0, 4).equals(MAGIC))
    return { ok: false, reason: 'not-a-beacon' };
  const key = data.subarray(4, 4 + KEY_ID_BYTES);
  if (!key.equals(keys.id)) {
    if (key.equals(OPEN_KEY_ID)) return { ok: false, reason: 'no-key' };
    return { ok: false, reason: keys.open ? 'has-key' : 'other-key' };
  }
  const end = data.length - MAC_BYTES;
  if (!timingSafeEqual(mac(data.subarray(0, end), keys), data.subarray(end))) return { ok: false, reason: 'forged' };
  return {
    ok: true,
    beacon: {
      id: data.toString('base64url', 8, 20) as RouterId,
      incarnation: data.toString('hex', 20, 28) as Incarnation,
      sequence: data.readUInt32BE(28),
      port: data.readUInt16BE(32),
      version: data.readUInt32BE(34),
    },
  };
}

function mac(fields: Uint8Array, keys: MeshKeys): Buffer {
  return createHmac('sha256', keys.beacon).update(fields).digest().subarray(0, MAC_BYTES);
}
