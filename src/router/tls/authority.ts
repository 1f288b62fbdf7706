/**
 * The certificate authority that a router has for itself. What it may vouch for is written into it (critical name
 * constraints): the router's name, and private addresses.
 */
import { createHash, createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { pemOf } from './pem.ts';

/** The parts of an authority that have to be kept. */
export type AuthoritySeed = {
  readonly hostname: string;
  /** PKCS #8, DER. */
  readonly key: Buffer;
  /** DER. */
  readonly certificate: Buffer;
};

export type Authority = {
  readonly hostname: string;
  readonly commonName: string;
  readonly key: KeyObject;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Buffer;
  readonly certificate: X509Certificate;
  readonly pem: string;
  /** SHA-256 of the certificate, as `AB:CD:…`: what a phone shows of it. */
  readonly fingerprint: string;
};

/** Throws when key and certificate are damaged or do not belong together. */
export function authorityOf({ hostname, key: keyDer, certificate: der }: AuthoritySeed): Authority {
  const certificate = new X509Certificate(der);
  const key = createPrivateKey({ key: keyDer, format: 'der', type: 'pkcs8' });
  if (!certificate.checkPrivateKey(key)) throw new Error('the key is not the key of this certificate');
  const publicKey = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return {
    hostname,
    commonName: commonNameOf(hostname, publicKey),
    key,
    publicKey,
    certificate,
    pem: pemOf('CERTIFICATE', der),
    fingerprint: certificate.fingerprint256,
  };
}

/** With a piece of a digest, to tell the authorities of different routers apart in a phone's list. */
export function commonNameOf(hostname: string, publicKey: Uint8Array): string {
  return `Hikyaku (${hostname} ${createHash('sha256').update(publicKey).digest('hex').slice(0, 4)})`;
}
