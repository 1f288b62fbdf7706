/**
 * Who a device is: a key pair on secp256k1 whose signatures are those of BIP-340, so it is also a Nostr key (NIP-01). No
 * browser's own cryptography has this curve, and plain HTTP has none at all. The only file that knows the curve.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { hashes, schnorr } from '@noble/secp256k1';
import { fromBase64url, toBase64url } from './base64url.ts';
import { base64url, only } from './ids.ts';
import { matching, type Parser } from './parse.ts';
import type { DeviceId } from './signaling.ts';

hashes.sha256 = sha256;

/** The public key of a device: 32 bytes (BIP-340, x alone) in base64url. */
export type PublicKey = string & { readonly __brand: 'PublicKey' };
/** What only the device has: 32 bytes in base64url. */
export type SecretKey = string & { readonly __brand: 'SecretKey' };
/** BIP-340: 64 bytes in base64url. */
export type Signature = string & { readonly __brand: 'Signature' };

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** Characters of a key that are its device's id: 96 bits, so nobody finds a second key for one. */
const ID_LENGTH = 16;

const SIGNATURE = only(base64url(SIGNATURE_BYTES));
const KEY = only(base64url(KEY_BYTES));

export const publicKey = matching(KEY, 'a public key') as Parser<PublicKey>;
export const signature = matching(SIGNATURE, 'a signature') as Parser<Signature>;

export const newSecret = (): SecretKey => toBase64url(schnorr.keygen().secretKey) as SecretKey;

/** `undefined` when `text` is not a secret key: a stored or handed-over one may be anything. */
export function secretFrom(text: string): SecretKey | undefined {
  const bytes = fromBase64url(text, KEY_BYTES);
  if (bytes === undefined) return undefined;
  try {
    schnorr.getPublicKey(bytes);
    return text as SecretKey;
  } catch {
    return undefined; // zero, or not below the order of the curve
  }
}

/** `undefined` when `text` cannot be a public key. Whether it is one shows when something is signed by it. */
export const publicKeyFrom = (text: string): PublicKey | undefined =>
  KEY.test(text) ? (text as PublicKey) : undefined;

/** The same for a signature: whose it is shows when it is checked. */
export const signatureFrom = (text: string): Signature | undefined =>
  SIGNATURE.test(text) ? (text as Signature) : undefined;

export const publicKeyOf = (secret: SecretKey): PublicKey =>
  toBase64url(schnorr.getPublicKey(bytesOf(secret))) as PublicKey;

/** The id by which others know the device with that key. */
export const idOf = (key: PublicKey): DeviceId => key.slice(0, ID_LENGTH) as DeviceId;

/** Takes some milliseconds, on a phone some dozens. */
export const sign = (secret: SecretKey, digest: Uint8Array): Signature =>
  toBase64url(schnorr.sign(digest, bytesOf(secret))) as Signature;

/** Never throws: `key` and `written` come from outside. Takes as long as `sign`. */
export function isSignedBy(key: PublicKey, digest: Uint8Array, written: Signature): boolean {
  const by = fromBase64url(key, KEY_BYTES);
  const signed = fromBase64url(written, SIGNATURE_BYTES);
  if (by === undefined || signed === undefined) return false;
  try {
    return schnorr.verify(signed, digest, by);
  } catch {
    return false; // no point of the curve
  }
}

/** The bytes of a key. One that ends in other bits than it should has none of its own, and nothing signed fits it. */
export function bytesOf(key: PublicKey | SecretKey): Uint8Array<ArrayBuffer> {
  return fromBase64url(key, KEY_BYTES) ?? new Uint8Array(KEY_BYTES);
}

/** The bytes of a signature of ours. */
export const signatureBytes = (written: Signature): Uint8Array<ArrayBuffer> =>
  fromBase64url(written, SIGNATURE_BYTES) ?? new Uint8Array(SIGNATURE_BYTES);

/** BIP-340, "tagged hashes": what is hashed for one purpose means nothing for another. */
export function taggedHash(tag: string, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const prefix = sha256(utf8ToBytes(tag));
  return Uint8Array.from(sha256(concatBytes(prefix, prefix, ...parts)));
}
