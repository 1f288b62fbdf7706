/** SHA-256 computed at once: a browser computes it on another thread, so the order would differ from run to run. */
import { createHash } from 'node:crypto';

export const digestOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(bytes).digest());
