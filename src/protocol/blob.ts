/**
 * Files that a router holds, over HTTP as Blossom has it: `PUT /upload` (BUD-02) with the device's signature (BUD-11), `GET` and
 * `HEAD` of `/<sha256>` (BUD-01). Nobody is asked to sign what they read: whoever knows a digest was told of the file.
 */
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64url, toBase64url } from './base64url.ts';
import { type HexKey, isGenuine, type SignedEvent, signedBy, signedEvent, tagValue, tagValues } from './event.ts';
import { SHA256 } from './ids.ts';
import type { SecretKey } from './keys.ts';
import { parseJson } from './parse.ts';
import { nameOfHolder } from './words-auth.ts';

/** SHA-256 of a held file, in hexadecimal. */
export type Sha256 = string & { readonly __brand: 'Sha256' };

export const UPLOAD_PATH = '/upload';
/** BUD-06: what a client says before it sends, and in `X-SHA-256` also when it does. */
export const SHA256_HEADER = 'x-sha-256';
export const LENGTH_HEADER = 'x-content-length';
/** BUD-01: why not; ours is one of `words/refusal.ts`. */
export const REASON_HEADER = 'x-reason';

const AUTHORIZATION = 24_242;
const SCHEME = /^Nostr ([A-Za-z0-9_+/-]{1,8000})={0,2}$/;
/** A device asks to upload one file: its event has a few hundred bytes. */
const MAX_PERMIT = 8_000;
/**
 * How long it says to be good for. Routers have no clock to check that by: what ends it is the socket for whose challenge it was
 * signed, and that it was used.
 */
const GOOD_FOR_S = 60 * 60;

/** The digest in the path of a held file, which may end like a file name (BUD-01). */
export function blobIn(path: string): Sha256 | undefined {
  return new RegExp(`^/(${SHA256})(?:\\.[A-Za-z0-9]{1,8})?$`).exec(path)?.[1] as Sha256 | undefined;
}

/** Where a file is brought: the router, by its id, and what it last asked on the socket over which the device said who it is. */
export type Counter = { readonly router: string; readonly challenge: string };

/** What the header `Authorization` says of a device that brings a file there. `now`: in seconds since 1970, as it believes. */
export function permitToUpload(secret: SecretKey, sha256: string, { router, challenge }: Counter, now: number): string {
  const tags = [
    ['t', 'upload'],
    ['x', sha256],
    ['server', nameOfHolder(router)],
    ['challenge', challenge],
    ['expiration', String(now + GOOD_FOR_S)],
  ];
  const event = signedBy(secret, { kind: AUTHORIZATION, created_at: now, tags, content: 'Leave a file with a router' });
  return `Nostr ${toBase64url(utf8ToBytes(JSON.stringify(event)))}`;
}

/** Who may upload, and what. `signature`: nobody else can make another one, so it tells whether this one was used. */
export type Permit = {
  readonly by: HexKey;
  readonly files: readonly string[];
  readonly challenge: string;
  readonly signature: string;
};

/**
 * `undefined` where the header is no permit for that router that somebody has signed. `asks`: whether it asked that of the one with
 * that key, and has not got its answer; asked first, because a signature takes some milliseconds.
 */
export function permitIn(
  header: string | undefined,
  router: string,
  asks: (challenge: string, by: HexKey) => boolean,
): Permit | undefined {
  const event = eventIn(header);
  if (event?.kind !== AUTHORIZATION || tagValue(event, 't') !== 'upload') return undefined;
  const challenge = tagValue(event, 'challenge') ?? '';
  const isForHere = tagValues(event, 'server').includes(nameOfHolder(router)) && asks(challenge, event.pubkey);
  if (!isForHere || !isGenuine(event)) return undefined;
  return { by: event.pubkey, files: tagValues(event, 'x'), challenge, signature: event.sig };
}

function eventIn(header: string | undefined): SignedEvent | undefined {
  // Some write base64 with its other two letters.
  const written = SCHEME.exec(header ?? '')?.[1]
    ?.replaceAll('+', '-')
    .replaceAll('/', '_');
  const bytes = written && fromBase64url(written, Math.floor((written.length * 3) / 4));
  if (!bytes) return undefined;
  const parsed = parseJson(textOf(bytes), MAX_PERMIT, signedEvent);
  return parsed.ok ? parsed.value : undefined;
}

/** Empty where the bytes are no UTF-8. */
function textOf(bytes: Uint8Array): string {
  try {
    return decodeURIComponent(bytesToHex(bytes).replace(/../g, '%$&'));
  } catch {
    return '';
  }
}
