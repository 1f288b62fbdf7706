/**
 * From the code of a group to its secret. The code has 60 bits, and whoever listens at a router hears the group's public
 * key, on which guesses can be tried without end. So each guess is made dear: trying all codes takes the work of a cheap
 * phone for 10^18 seconds, with 16 MiB of memory at every moment of it.
 */
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { toBase64url } from './base64url.ts';
import type { GroupCode } from './group-code.ts';
import { type GroupSecret, type Membership, membership, secretBytes } from './groups.ts';
import { type PublicKey, publicKeyOf, type SecretKey, taggedHash } from './keys.ts';

/**
 * RFC 7914: `128 * COST * r` bytes are in use at once. 16 MiB are granted by every browser, and more could end the page of an
 * old phone; 85 ms on the machine of docs/speed.md, ten times as long on a cheap phone.
 */
const COST = 2 ** 14;
const SCRYPT = { N: COST, r: 8, p: 1, dkLen: 32 };
/** One for all groups: a member has nothing but the code. */
const SALT = 'hikyaku/group';

/** Takes up to a second on a cheap phone, in pieces of 10 ms. */
export async function secretOf(code: GroupCode): Promise<GroupSecret> {
  return toBase64url(await scryptAsync(code, SALT, SCRYPT)) as GroupSecret;
}

/** The public key of the group, by which routers and members know it. */
export const groupOf = (secret: GroupSecret): PublicKey => publicKeyOf(signingKey(secret));

/** What shows to others that `device` belongs to the group. */
export function enrolled(secret: GroupSecret, device: PublicKey): Membership {
  const key = signingKey(secret);
  return membership(key, publicKeyOf(key), device);
}

/** A hash is no key of the curve once in 2^128 times. */
const signingKey = (secret: GroupSecret): SecretKey =>
  toBase64url(taggedHash('hikyaku/group key', secretBytes(secret))) as SecretKey;
