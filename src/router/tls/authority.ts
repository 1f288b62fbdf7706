/**
 * The certificate authority that a router makes for itself. Pure: from 32 secret bytes and a host name always the same
 * certificate, to the byte, so that only the bytes have to be kept or, with a mesh key, to be derived on every router:
 * who trusts one router of a mesh trusts all of them, and sees the same fingerprint.
 *
 * What it may vouch for is written into it (critical name constraints): the router's name, and private addresses.
 */
import { hkdfSync, X509Certificate } from 'node:crypto';
import { BlockList, isIPv4 } from 'node:net';
import { p256 } from '@noble/curves/nist.js';
import { certificate, type Names, type Subject } from './certificate.ts';
import { pemOf } from './pem.ts';

export type Authority = {
  readonly hostname: string;
  readonly subject: Subject;
  /** Secret scalar of the P-256 key, 32 bytes. */
  readonly key: Uint8Array;
  readonly der: Buffer;
  readonly pem: string;
  /** SHA-256 of the certificate, as `AB:CD:…`: what a phone shows of it. */
  readonly fingerprint: string;
};

/** RFC 1918: where the router's own addresses lie, today and after the next change. */
const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as const;
const ranges = new BlockList();
for (const range of PRIVATE_RANGES) {
  const [network = '', bits] = range.split('/');
  ranges.addSubnet(network, Number(bits), 'ipv4');
}

/** Whether an authority may vouch for this address. */
export function isPrivate(address: string): boolean {
  return isIPv4(address) && ranges.check(address, 'ipv4');
}

/**
 * Fixed, so that it does not depend on a router's clock: long before any router was made, and the last second that
 * RFC 5280 writes with two digits for the year. What the key may do is limited by its constraints, not by time.
 */
const NOT_BEFORE = new Date('2020-01-01T00:00:00Z');
const NOT_AFTER = new Date('2049-12-31T23:59:59Z');
const SALT = 'hikyaku web authority 1';
/** More than a scalar has, so that reducing it favours none (FIPS 186-5, A.2.1). */
const SEED_BYTES = 48;

/** The authority of a secret of at least 32 random bytes. */
export function authorityOf(secret: Uint8Array, hostname: string): Authority {
  const seed = new Uint8Array(hkdfSync('sha256', secret, SALT, 'P-256 key', SEED_BYTES));
  const key = p256.utils.randomSecretKey(seed); // with a seed nothing of it is random
  const publicKey = publicKeyInfo(p256.getPublicKey(key, false));
  const subject = { commonName: `Hikyaku (${hostname} ${tagOf(publicKey)})`, publicKey };
  const permitted: Names = { dns: [hostname], ip: PRIVATE_RANGES };
  const der = certificate(
    { subject, issuer: subject, notBefore: NOT_BEFORE, notAfter: NOT_AFTER, role: { authorityOver: permitted } },
    key,
  );
  const { fingerprint256: fingerprint } = new X509Certificate(der);
  return { hostname, subject, key, der, pem: pemOf('CERTIFICATE', der), fingerprint };
}

/** Tells the authorities of different routers apart in a phone's list. */
function tagOf(publicKey: Uint8Array): string {
  return Buffer.from(hkdfSync('sha256', publicKey, SALT, 'tag', 2)).toString('hex');
}

/** RFC 5480: the fixed beginning of a SubjectPublicKeyInfo for an uncompressed point of P-256. */
const INFO_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

function publicKeyInfo(point: Uint8Array): Buffer {
  return Buffer.concat([INFO_PREFIX, point]);
}
