/** The router's own certificate, signed by its authority. */
import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import type { Authority } from './authority.ts';
import type { Names } from './certificate.ts';
import type { Pair } from './pair.ts';
import { pemOf } from './pem.ts';
import type { Period } from './validity.ts';

/** Makes a new key and its certificate. `names` must be ones that the authority may vouch for. */
export async function issue(authority: Authority, names: Names, period: Period): Promise<Pair> {
  const { certificate } = await import('./certificate.ts');
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject = {
    commonName: names.dns[0] ?? authority.hostname,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
  };
  const contents = { subject, issuer: authority, ...period, role: { serverOf: names } };
  const der = certificate(contents, (bytes) => sign('sha256', bytes, authority.key));
  return {
    cert: pemOf('CERTIFICATE', der),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** True when this authority signed the certificate. */
export function isFrom({ certificate }: Authority, pem: string): boolean {
  const leaf = new X509Certificate(pem);
  return leaf.checkIssued(certificate) && leaf.verify(certificate.publicKey);
}
