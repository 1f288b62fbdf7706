/**
 * The certificate authority that a router has for itself. What it may vouch for is written into it (critical name
 * constraints): the router's name, and private addresses.
 */
import { createHash, createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { BlockList, isIPv4 } from 'node:net';
import { pemOf } from './pem.ts';

/** What of an authority has to be kept. */
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

/** RFC 1918: where the router's own addresses lie, today and after the next change. */
export const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as const;
const ranges = new BlockList();
for (const range of PRIVATE_RANGES) {
  const [network = '', bits] = range.split('/');
  ranges.addSubnet(network, Number(bits), 'ipv4');
}

/** Whether an authority may vouch for this address. */
export function isPrivate(address: string): boolean {
  return isIPv4(address) && ranges.check(address, 'ipv4');
}

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
