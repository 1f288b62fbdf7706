/** The router's own certificate, signed by its authority. Pure but for the new key. */
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import type { Authority } from './authority.ts';
import { certificate, type Names } from './certificate.ts';
import type { Pair } from './pair.ts';
import { pemOf } from './pem.ts';
import type { Period } from './validity.ts';

/** A new key and its certificate. Only what the authority may vouch for makes sense as `names`. */
export function issue(authority: Authority, names: Names, period: Period): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject = {
    commonName: names.dns[0] ?? authority.hostname,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
  };
  const der = certificate({ subject, issuer: authority.subject, ...period, role: { serverOf: names } }, authority.key);
  return {
    cert: pemOf('CERTIFICATE', der),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** Whether this authority has signed the certificate. */
export function isFrom(authority: Authority, pem: string): boolean {
  const leaf = new X509Certificate(pem);
  const issuer = new X509Certificate(authority.der);
  return leaf.checkIssued(issuer) && leaf.verify(issuer.publicKey);
}
