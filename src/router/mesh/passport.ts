/**
 * Proves that a router owns its id: the id is computed from a public key, and only its router can sign with the private
 * one. All routers of a mesh know the mesh key, so it cannot tell them apart. Pure.
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign, verify } from 'node:crypto';
import type { RouterId, Self } from './bus.ts';

/** The secret from which a passport is made. */
export type Seed = Buffer & { readonly __brand: 'Seed' };
export type Passport = {
  readonly id: RouterId;
  /** Ed25519 (RFC 8032), 32 bytes in base64url. */
  readonly key: string;
  /** 64 bytes in base64url. */
  sign(text: string): string;
};

export const SEED_BYTES = 32;
const ID_BYTES = 12;
/** RFC 8410 section 7: the bytes before the seed in PKCS #8. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

export const newSeed = (): Seed => randomBytes(SEED_BYTES) as Seed;

export function passportOf(seed: Seed): Passport {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
  const key = createPublicKey(secret).export({ format: 'jwk' }).x ?? '';
  return { id: idOf(key), key, sign: (text) => sign(null, Buffer.from(text), secret).toString('base64url') };
}

/** The text that is signed in a hello: bound to the connection (RFC 5705) and to the side, so a copy is useless. */
export function introduction(connection: Buffer, side: 'dialled' | 'answered', { id, incarnation }: Self): string {
  return ['hikyaku hello', connection.toString('hex'), side, id, incarnation].join('\n');
}

/** True when the router `id` signed `text`. `key` and `signature` come from outside. */
export function isSignedBy(id: RouterId, key: string, text: string, signature: string): boolean {
  return idOf(key) === id && verify(null, Buffer.from(text), publicKeyOf(key), Buffer.from(signature, 'base64url'));
}

function idOf(key: string): RouterId {
  return createHash('sha256').update(key).digest().subarray(0, ID_BYTES).toString('base64url') as RouterId;
}

function publicKeyOf(key: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
}
