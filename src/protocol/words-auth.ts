/**
 * How a device says who it is on the socket of words (NIP-42): a signed event for one challenge of one router, so a copy opens
 * nothing. What it leaves is counted for it; who only reads need not say it.
 */
import { type Draft, type HexKey, isGenuine, type SignedEvent, tagValue } from './event.ts';

/** NIP-42. */
const AUTHENTICATION = 22_242;

/** A router has no address of its own that all its phones know: it is named by its id. */
export const nameOfHolder = (router: string): string => `hikyaku:${router}`;

/** `router`: its id; `now`: in seconds since 1970, as this device believes. */
export function authDraft(router: string, challenge: string, now: number): Draft {
  const tags = [
    ['relay', nameOfHolder(router)],
    ['challenge', challenge],
  ];
  return { kind: AUTHENTICATION, created_at: now, tags, content: '' };
}

/** Who answers that challenge of that router; `undefined` when nobody does. Takes some milliseconds. */
export function authenticatedBy(event: SignedEvent, router: string, challenge: string): HexKey | undefined {
  const fits =
    event.kind === AUTHENTICATION &&
    tagValue(event, 'relay') === nameOfHolder(router) &&
    tagValue(event, 'challenge') === challenge;
  return fits && isGenuine(event) ? event.pubkey : undefined;
}
