/** SHA-256 at once: what the browser computes on another thread would come in another order in each run. */
import { createHash } from 'node:crypto';

export const digestOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(bytes).digest());
