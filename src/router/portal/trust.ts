/** Whether phones trust a certificate without doing anything first. Pure. */
import { X509Certificate } from 'node:crypto';

/**
 * For the name, and by somebody else than itself. What remains untold is whether that somebody is known to phones: the
 * operator who brings a certificate for a public name has seen to that.
 */
export function isTrustedFor(hostname: string, certificate: string): boolean {
  try {
    const leaf = new X509Certificate(certificate);
    return leaf.checkHost(hostname) !== undefined && !leaf.checkIssued(leaf);
  } catch {
    return false;
  }
}
