/**
 * What is said on the socket of words, between a phone and its router, and between two routers over their link: the frames of a
 * Nostr relay (NIP-01), with its authentication (NIP-42) and its reconciliation (NIP-77). One JSON array per frame; its first item
 * says which. Where we say more than those papers, `README.md` lists it.
 */
import { type EventId, eventId, type HexKey, hexKey, type SignedEvent, signedEvent } from './event.ts';
import { type Filter, filter } from './filter.ts';
import { MAX_WORDS_FRAME_BYTES } from './limits.ts';
import { boolean, integer, matching, object, type Parsed, ParseError, type Parser, parseJson, text } from './parse.ts';
import { type DeviceId, deviceId } from './signaling.ts';

/** Names a subscription, or a reconciliation, on one socket. */
export type Subscription = string & { readonly __brand: 'Subscription' };
/** A message of negentropy, in hexadecimal. */
export type Negentropy = string & { readonly __brand: 'Negentropy' };
/**
 * Ours, behind an event: for how many seconds somebody has had it, at the moment of sending. Clocks are wrong here, and this is what
 * everybody orders by. A relay that does not know it leaves it out.
 */
export type Age = { readonly age: number };

export type ClientWords =
  | readonly [type: 'AUTH', event: SignedEvent]
  | readonly [type: 'EVENT', event: SignedEvent, age?: Age]
  | readonly [type: 'REQ', subscription: Subscription, filter: Filter]
  | readonly [type: 'CLOSE', subscription: Subscription]
  | readonly [type: 'NEG-OPEN', subscription: Subscription, filter: Filter, message: Negentropy]
  | readonly [type: 'NEG-MSG', subscription: Subscription, message: Negentropy]
  | readonly [type: 'NEG-CLOSE', subscription: Subscription]
  /** Ours: asks for the whole key of a device in reach. */
  | readonly [type: 'KEY', device: DeviceId];

export type HolderWords =
  | readonly [type: 'AUTH', challenge: string]
  | readonly [type: 'EVENT', subscription: Subscription, event: SignedEvent, age?: Age]
  | readonly [type: 'EOSE', subscription: Subscription]
  | readonly [type: 'OK', event: EventId, isHeld: boolean, reason: string]
  | readonly [type: 'CLOSED', subscription: Subscription, reason: string]
  | readonly [type: 'NOTICE', words: string]
  | readonly [type: 'NEG-MSG', subscription: Subscription, message: Negentropy]
  | readonly [type: 'NEG-ERR', subscription: Subscription, reason: string]
  /** Ours: `null` when no such device is in reach. */
  | readonly [type: 'KEY', device: DeviceId, key: HexKey | null];

const MAX_SUBSCRIPTION = 64;
const MAX_REASON = 1_024;
/** A hundred years: more than anything is held. */
const MAX_AGE_S = 3_153_600_000;

const subscription = text(MAX_SUBSCRIPTION, 1) as Parser<Subscription>;
const negentropy = matching(/^(?:[0-9a-f]{2})+$/, 'a message in hexadecimal') as Parser<Negentropy>;
const reason = text(MAX_REASON);
const age: Parser<Age> = object({ age: integer(0, MAX_AGE_S) });
const keyOrNull: Parser<HexKey | null> = (value, at) => (value === null ? null : hexKey(value, at));
/** What another relay may say there and means nothing here counts as not said. */
const perhapsAge: Parser<Age | undefined> = (value, at) => {
  try {
    return age(value, at);
  } catch {
    return undefined;
  }
};

type Items = { readonly needed: readonly Parser<unknown>[]; readonly last?: Parser<unknown> };

const CLIENT: Readonly<Record<ClientWords[0], Items>> = {
  AUTH: { needed: [signedEvent] },
  EVENT: { needed: [signedEvent], last: perhapsAge },
  REQ: { needed: [subscription, filter] },
  CLOSE: { needed: [subscription] },
  'NEG-OPEN': { needed: [subscription, filter, negentropy] },
  'NEG-MSG': { needed: [subscription, negentropy] },
  'NEG-CLOSE': { needed: [subscription] },
  KEY: { needed: [deviceId] },
};

const HOLDER: Readonly<Record<HolderWords[0], Items>> = {
  AUTH: { needed: [text(MAX_REASON, 1)] },
  EVENT: { needed: [subscription, signedEvent], last: perhapsAge },
  EOSE: { needed: [subscription] },
  OK: { needed: [eventId, boolean, reason] },
  CLOSED: { needed: [subscription, reason] },
  NOTICE: { needed: [reason] },
  'NEG-MSG': { needed: [subscription, negentropy] },
  'NEG-ERR': { needed: [subscription, reason] },
  KEY: { needed: [deviceId, keyOrNull] },
};

/** Items beyond those that are known are left out, so that another end may say more. */
function frameOf<Words>(verbs: Readonly<Record<string, Items>>): Parser<Words> {
  return (value, at) => {
    if (!Array.isArray(value)) throw new ParseError(at, 'a list');
    const [type] = value;
    const items = typeof type === 'string' && Object.hasOwn(verbs, type) ? verbs[type] : undefined;
    if (items === undefined) throw new ParseError(`${at}[0]`, Object.keys(verbs).join(' or '));
    const { needed, last } = items;
    const parsed = needed.map((parser, index) => parser(value[index + 1], `${at}[${index + 1}]`));
    const more = last?.(value[needed.length + 1], at);
    return [type, ...parsed, ...(more === undefined ? [] : [more])] as Words;
  };
}

export const clientWords: Parser<ClientWords> = frameOf(CLIENT);
export const holderWords: Parser<HolderWords> = frameOf(HOLDER);

/** Parses a frame that a phone sent. */
export const parseClientWords = (json: string): Parsed<ClientWords> =>
  parseJson(json, MAX_WORDS_FRAME_BYTES, clientWords);

/** Parses a frame that a router sent. */
export const parseHolderWords = (json: string): Parsed<HolderWords> =>
  parseJson(json, MAX_WORDS_FRAME_BYTES, holderWords);

/** The id of an event that somebody brings in a frame that cannot be parsed, so that they can be told; `undefined` when there is none. */
export function refusedEvent(json: string): EventId | undefined {
  const brought: Parser<EventId> = (value, at) => {
    if (!Array.isArray(value) || value[0] !== 'EVENT') throw new ParseError(at, 'an event');
    return object({ id: eventId })(value[1], at).id;
  };
  const parsed = parseJson(json, MAX_WORDS_FRAME_BYTES, brought);
  return parsed.ok ? parsed.value : undefined;
}
