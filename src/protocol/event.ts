/**
 * Signed events in the form of Nostr (NIP-01): what somebody says once, and whoever carries it can check. The id is the digest
 * of all that is said, the signature is of the id. Shape and bounds are parsed here; whether an event is genuine is a matter of
 * milliseconds, so it is asked for by itself (`isGenuine`).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64url } from './base64url.ts';
import { hexadecimal, only, SHA256 } from './ids.ts';
import {
  bytesOf,
  isSignedBy,
  type PublicKey,
  publicKeyOf,
  type SecretKey,
  type Signature,
  sign,
  signatureBytes,
} from './keys.ts';
import { MAX_EVENT_BYTES, MAX_TAG_ITEMS, MAX_TAGS } from './limits.ts';
import { array, integer, matching, object, ParseError, type Parser, text } from './parse.ts';

/** SHA-256 of what is said, in hexadecimal. */
export type EventId = string & { readonly __brand: 'EventId' };
/** A public key as Nostr writes it: in hexadecimal. */
export type HexKey = string & { readonly __brand: 'HexKey' };
export type Tag = readonly string[];

/** What is said: still nobody's. */
export type Draft = {
  readonly kind: number;
  /** In seconds since 1970, as the clock of the author's device had it. Nothing here is ordered or ended by it. */
  readonly created_at: number;
  readonly tags: readonly Tag[];
  readonly content: string;
};
/** With its author and its id, but without a signature: what a letter holds (NIP-59). */
export type Rumor = Draft & { readonly id: EventId; readonly pubkey: HexKey };
export type SignedEvent = Rumor & { readonly sig: string };

/** The last second of the year 9999: later ones are no dates to anybody. */
const MAX_SECONDS = 253_402_300_799;
const SIGNATURE_BYTES = 64;

export const eventId = matching(only(SHA256), 'an event id') as Parser<EventId>;
export const hexKey = matching(only(SHA256), 'a public key in hexadecimal') as Parser<HexKey>;
const tag: Parser<Tag> = array(text(MAX_EVENT_BYTES), MAX_TAG_ITEMS);
const said = {
  id: eventId,
  pubkey: hexKey,
  kind: integer(0, 65_535),
  created_at: integer(0, MAX_SECONDS),
  tags: array(tag, MAX_TAGS),
  content: text(MAX_EVENT_BYTES),
};

/** What a letter holds, once it is opened. That it has the id that it says is checked. */
export const rumor: Parser<Rumor> = (value, at) => {
  const opened = object(said)(value, at);
  if (bytesToHex(digestOf(opened)) !== opened.id) throw new ParseError(`${at}.id`, 'the digest of what is said');
  return opened;
};

/** An event from outside, of at most `MAX_EVENT_BYTES`. That it is genuine is not said by this. */
export const signedEvent: Parser<SignedEvent> = (value, at) => {
  const event = object({ ...said, sig: matching(only(hexadecimal(SIGNATURE_BYTES)), 'a signature') })(value, at);
  if (mayBeLong(event) && bytesIn(event) > MAX_EVENT_BYTES)
    throw new ParseError(at, `an event of at most ${MAX_EVENT_BYTES} bytes`);
  return event;
};

/** False for most, which are known to be short before they are written: a phone reads two thousand at a start. */
function mayBeLong({ content, tags }: Draft): boolean {
  const most = 6; // bytes of a code unit as JSON
  const frame = 1_000; // ids, signature, names and signs
  const length = tags.reduce((sum, items) => items.reduce((all, item) => all + item.length + 3, sum), content.length);
  return most * length + frame > MAX_EVENT_BYTES;
}

/** How long an event is as JSON, in bytes: by this it is counted everywhere. */
export const bytesIn = (event: Rumor | SignedEvent): number => utf8ToBytes(JSON.stringify(event)).length;

export function rumorOf(author: PublicKey, draft: Draft): Rumor {
  const { kind, created_at, tags, content } = draft;
  const by = { pubkey: hexOf(author), kind, created_at, tags, content };
  return { id: bytesToHex(digestOf(by)) as EventId, ...by };
}

/** Takes as long as `sign`. */
export function signedBy(secret: SecretKey, draft: Draft): SignedEvent {
  const rumor = rumorOf(publicKeyOf(secret), draft);
  return { ...rumor, sig: bytesToHex(signatureBytes(sign(secret, hexToBytes(rumor.id)))) };
}

/** True when the id is that of what is said, and the author has signed it. Never throws; takes some milliseconds. */
export function isGenuine({ id, sig, ...event }: SignedEvent): boolean {
  const digest = digestOf(event);
  if (bytesToHex(digest) !== id) return false;
  return isSignedBy(keyFrom(event.pubkey), digest, toBase64url(hexToBytes(sig)) as Signature);
}

/** The first value of the first tag of that name. */
export const tagValue = ({ tags }: Pick<Draft, 'tags'>, name: string): string | undefined =>
  tags.find(([first]) => first === name)?.[1];

/** The first values of all tags of that name. */
export const tagValues = ({ tags }: Pick<Draft, 'tags'>, name: string): readonly string[] =>
  tags.flatMap(([first, value]) => (first === name && value !== undefined ? [value] : []));

export const hexOf = (key: PublicKey): HexKey => bytesToHex(bytesOf(key)) as HexKey;
export const keyFrom = (hex: HexKey): PublicKey => toBase64url(hexToBytes(hex)) as PublicKey;

/** NIP-01, "Events and signatures": what is hashed, and how it is written. */
function digestOf({ pubkey, created_at, kind, tags, content }: Draft & { readonly pubkey: HexKey }): Uint8Array {
  return sha256(utf8ToBytes(JSON.stringify([0, pubkey, created_at, kind, tags, content])));
}
