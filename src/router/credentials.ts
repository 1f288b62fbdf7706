/**
 * TURN credentials that end by themselves (draft-uberti-behave-turn-rest-00): coturn and this router share a secret, and
 * nothing is stored for a client. Pure.
 *
 * Measured on coturn 4.6.1: the expiry is looked at when an allocation is made, and never again for it. An allocation
 * made in time went on to be refreshed, and got new permissions, after the expiry of its username, also after its nonce had
 * gone stale; a new allocation with the same username was refused (401) about a second after its expiry. So a transfer may
 * outlast its credential, and nothing has to be renewed on a connection: a client asks again (`connect`) for its next one.
 */
import { createHmac } from 'node:crypto';

/** From `connect` to the last allocation of that connection are seconds; an hour covers a phone that sleeps in between. */
export const CREDENTIAL_TTL_S = 3600;
/** coturn 4.6.1 reads the expiry as a signed number of 32 bits: 2147483648 is refused. */
const LATEST_EXPIRY_S = 2 ** 31 - 1;

export type TurnCredential = { readonly username: string; readonly credential: string };

/**
 * Minted on the router whose coturn checks it, by the same clock, right or wrong. `id` is the device, for coturn's quota.
 * `now` is in milliseconds of that clock.
 */
export function mintCredential(secret: string, now: number, ttlSeconds: number, id: string): TurnCredential {
  const expiry = Math.min(Math.floor(now / 1000) + ttlSeconds, LATEST_EXPIRY_S);
  const username = `${expiry}:${id}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}
