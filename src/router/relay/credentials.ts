/**
 * TURN credentials that expire by themselves (draft-uberti-behave-turn-rest-00): coturn and this router share a secret,
 * and nothing is stored for a client. Pure.
 *
 * Measured on coturn 4.6.1: it checks the expiry when an allocation is made, and never again for that allocation. An
 * allocation made in time could still be refreshed, and got new permissions, after the expiry of its username, even
 * after its nonce had gone stale; a new allocation with the same username was refused (401) about a second after its
 * expiry. So a transfer may outlast its credential, and nothing must be renewed on a connection: a client asks again
 * (`connect`) for its next one.
 */
import { createHash, createHmac } from 'node:crypto';
import { RELAY_LIMITS } from '../limits/limits.ts';
import { placesOf } from '../limits/places.ts';
import type { Party } from './ice.ts';

/**
 * Sent only with `ice` and with an offer, for one connection, which either end gives up after 40 s
 * (`app/net/links.ts`): hoarded credentials are useless two minutes later.
 */
export const CREDENTIAL_TTL_S = 120;
/** coturn 4.6.1 reads the expiry as a signed number of 32 bits: 2147483648 is refused. */
const LATEST_EXPIRY_S = 2 ** 31 - 1;

export type TurnCredential = { readonly username: string; readonly credential: string };

/**
 * The holder for whom coturn counts: the place of a client, because a device can make up any number of ids. All clients
 * from crowded places (an IPv6 network, a proxy on this machine) have a few shares together, regardless of which place
 * it is, because a phone is in several IPv6 networks at once. Each belongs to one share, by its address there or else
 * by its id.
 */
export function holderOf({ id, address }: Party): string {
  const [near, ...wider] = placesOf(address);
  if (!near.isCrowd && !wider.some(({ isCrowd }) => isCrowd)) return near.key;
  const own = near.isCrowd ? id : near.key;
  return `crowd/${createHash('sha256').update(own).digest().readUInt32BE() % RELAY_LIMITS.crowdShares}`;
}

/**
 * Minted by the router whose coturn checks it, by the same clock, right or wrong. `holder`: for whom coturn's quota
 * counts. `now`: milliseconds of that clock.
 */
export function mintCredential(secret: string, now: number, ttlSeconds: number, holder: string): TurnCredential {
  const expiry = Math.min(Math.floor(now / 1000) + ttlSeconds, LATEST_EXPIRY_S);
  const username = `${expiry}:${holder}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}
