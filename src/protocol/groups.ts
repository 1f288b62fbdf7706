/**
 * Groups of people. Whoever has a group's secret has the same key pair from it; the public key names the group to routers
 * as well. With the pair a device signs, once, that it belongs to the group. A router checks this together with the hello
 * of the device, and so may every member: what is copied off the air names another device and helps nobody.
 */
import { fromBase64url } from './base64url.ts';
import {
  bytesOf,
  isSignedBy,
  type PublicKey,
  publicKey,
  type SecretKey,
  type Signature,
  sign,
  signature,
  taggedHash,
} from './keys.ts';
import { array, object, type Parser } from './parse.ts';

/** Most groups of one device: each costs its router a signature to check at every hello. */
export const MAX_GROUPS = 4;

/** What only members have (`group-secret.ts`): 32 bytes in base64url. */
export type GroupSecret = string & { readonly __brand: 'GroupSecret' };

/** A device belongs to `group`: signed by somebody who has the secret of the group. Worth nothing for another device. */
export type Membership = { readonly group: PublicKey; readonly signature: Signature };

/** A device, by its whole key, and where it belongs. */
export type Member = { readonly key: PublicKey; readonly of: readonly Membership[] };

export const memberships: Parser<readonly Membership[]> = array(object({ group: publicKey, signature }), MAX_GROUPS);
export const member: Parser<Member> = object({ key: publicKey, of: memberships });

/** `secret` and `group` are the two keys of the group; `device` shall belong to it. */
export function membership(secret: SecretKey, group: PublicKey, device: PublicKey): Membership {
  return { group, signature: sign(secret, membershipDigest(group, device)) };
}

/** Never throws; takes some milliseconds. */
export function belongs(device: PublicKey, { group, signature: written }: Membership): boolean {
  return isSignedBy(group, membershipDigest(group, device), written);
}

const SECRET_BYTES = 32;

/** `undefined` when `text`, from the storage, is no secret of a group. */
export const groupSecretFrom = (text: string): GroupSecret | undefined =>
  fromBase64url(text, SECRET_BYTES) && (text as GroupSecret);

export const secretBytes = (secret: GroupSecret): Uint8Array<ArrayBuffer> =>
  fromBase64url(secret, SECRET_BYTES) ?? new Uint8Array(SECRET_BYTES);

function membershipDigest(group: PublicKey, device: PublicKey): Uint8Array<ArrayBuffer> {
  return taggedHash('hikyaku/membership', bytesOf(group), bytesOf(device));
}
