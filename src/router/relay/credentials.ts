/**
 * TURN credentials that end by themselves (draft-uberti-behave-turn-rest-00): coturn and this router share a secret, and
 * nothing is stored for a client. Pure.
 *
 * Measured on coturn 4.6.1: the expiry is looked at when an allocation is made, and never again for it. An allocation
 * made in time went on to be refreshed, and got new permissions, after the expiry of its username, also after its nonce had
 * gone stale; a new allocation with the same username was refused (401) about a second after its expiry. So a transfer may
 * outlast its credential, and nothing has to be renewed on a connection: a client asks again (`connect`) for its next one.
 */
import { createHash, createHmac } from 'node:crypto';
import { RELAY_LIMITS } from '../limits/limits.ts';
import { placesOf } from '../limits/places.ts';
import type { Party } from './ice.ts';

/**
 * Handed out with `ice` and with an offer alone, for one connection, which either end gives up after 40 s (`app/net/links.ts`): what
 * somebody collects while making none is of no use two minutes later.
 */
export const CREDENTIAL_TTL_S = 120;
/** coturn 4.6.1 reads the expiry as a signed number of 32 bits: 2147483648 is refused. */
const LATEST_EXPIRY_S = 2 ** 31 - 1;

export type TurnCredential = { readonly username: string; readonly credential: string };

/**
 * For whom coturn counts: the place that a client comes from, for a device makes up as many ids as it likes. All who come from
 * where many are (an IPv6 network, a proxy on this machine) have a few shares together, whichever of those it is, for a phone
 * is in several IPv6 networks at once: each has one of the shares, by its address there or else by its id.
 */
export function holderOf({ id, address }: Party): string {
  const [near, ...wider] = placesOf(address);
  if (!near.isCrowd && !wider.some(({ isCrowd }) => isCrowd)) return near.key;
  const own = near.isCrowd ? id : near.key;
  return `crowd/${createHash('sha256').update(own).digest().readUInt32BE() % RELAY_LIMITS.crowdShares}`;
}

/**
 * Minted on the router whose coturn checks it, by the same clock, right or wrong. `holder` is whom coturn's quota is for.
 * `now` is in milliseconds of that clock.
 */
export function mintCredential(secret: string, now: number, ttlSeconds: number, holder: string): TurnCredential {
  const expiry = Math.min(Math.floor(now / 1000) + ttlSeconds, LATEST_EXPIRY_S);
  const username = `${expiry}:${holder}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}
