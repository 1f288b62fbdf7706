/**
 * The public id of a device, from the secret that only it and its router know. The same secret gives the same id on
 * every router.
 */
import { createHash } from 'node:crypto';
import type { DeviceId, DeviceSecret } from '../../protocol/signaling.ts';

/** 12 base64url characters are 72 bit: no two devices get the same by chance, and an id does not reveal its secret. */
export function deviceIdOf(secret: DeviceSecret): DeviceId {
  return createHash('sha256').update(secret).digest('base64url').slice(0, 12) as DeviceId;
}
