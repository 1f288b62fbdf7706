/** Tells certificates that phones trust at once from those that they do not. Pure. */
import { X509Certificate } from 'node:crypto';

/**
 * True when the certificate is for this name and was not signed by its own key. That phones know the signer cannot be told
 * from here; an operator who brings a certificate for a public name has taken care of it.
 */
export function isTrustedFor(hostname: string, certificate: string): boolean {
  try {
    const leaf = new X509Certificate(certificate);
    return leaf.checkHost(hostname) !== undefined && !leaf.checkIssued(leaf);
  } catch {
    return false;
  }
}
