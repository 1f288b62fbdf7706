/**
 * Makes an authority. Pure: from 32 secret bytes and a host name always the same certificate, to the byte, so that all
 * routers of a mesh, which derive the secret from its key, have the same one without exchanging a word: who trusts one
 * of them trusts all, and sees the same fingerprint. That takes deterministic signatures (RFC 6979), which Node's own
 * crypto does not make.
 *
 * Loaded only when an authority has to be made, for the same reason as the writer of certificates.
 */
import { createPrivateKey, hkdfSync } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import { PRIVATE_CIDRS } from '../machine/private-ranges.ts';
import { type AuthoritySeed, commonNameOf } from './authority.ts';
import { certificate } from './certificate.ts';

/**
 * Fixed, so that it does not depend on a router's clock: long before any router was made, and the last second that
 * RFC 5280 writes with two digits for the year. What the key may do is limited by its constraints, not by time.
 */
const NOT_BEFORE = new Date('2020-01-01T00:00:00Z');
const NOT_AFTER = new Date('2049-12-31T23:59:59Z');
const SALT = 'hikyaku web authority 1';
/** More than a scalar has, so that reducing it favours none (FIPS 186-5, A.2.1). */
const SEED_BYTES = 48;
/** RFC 5480: what precedes an uncompressed point of P-256 in a SubjectPublicKeyInfo. */
const INFO_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

/** `secret`: at least 32 random bytes, or as good as random. */
export function makeAuthority(secret: Uint8Array, hostname: string): AuthoritySeed {
  const seed = new Uint8Array(hkdfSync('sha256', secret, SALT, 'P-256 key', SEED_BYTES));
  const scalar = p256.utils.randomSecretKey(seed); // with a seed nothing of it is random
  const point = p256.getPublicKey(scalar, false);
  const publicKey = Buffer.concat([INFO_PREFIX, point]);
  const subject = { commonName: commonNameOf(hostname, publicKey), publicKey };
  const contents = {
    subject,
    issuer: subject,
    notBefore: NOT_BEFORE,
    notAfter: NOT_AFTER,
    role: { authorityOver: { dns: [hostname], ip: PRIVATE_CIDRS } },
  };
  return {
    hostname,
    key: pkcs8(scalar, point),
    certificate: certificate(contents, (bytes) => p256.sign(bytes, scalar, { format: 'der', lowS: false })),
  };
}

function pkcs8(scalar: Uint8Array, point: Uint8Array): Buffer {
  const coordinate = (from: number) => Buffer.from(point.subarray(from, from + 32)).toString('base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: coordinate(1),
    y: coordinate(33),
    d: Buffer.from(scalar).toString('base64url'),
  };
  return createPrivateKey({ key: jwk, format: 'jwk' }).export({ type: 'pkcs8', format: 'der' });
}
