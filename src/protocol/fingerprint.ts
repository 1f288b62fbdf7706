/**
 * The fingerprint of the certificate that the other end of a connection must prove to have (RFC 8122 section 5). The
 * browser refuses a DTLS handshake that does not match the description in use, so the fingerprint says who is there.
 */

/** SHA-256 of a DTLS certificate: 64 lower-case hexadecimal digits. */
export type Fingerprint = string & { readonly __brand: 'Fingerprint' };

/** Of the certificates of both ends of a connection. */
export type Fingerprints = { readonly own: Fingerprint; readonly other: Fingerprint };

/** Every browser names SHA-256 (RFC 8827 section 6.5). */
const LINE = /^a=fingerprint:sha-256 ((?:[0-9a-f]{2}:){31}[0-9a-f]{2})$/i;

/**
 * The one fingerprint of a session description. `undefined` when there is none, when two differ, or when a line
 * mentions fingerprints in a form that a browser might read differently: then nobody knows who is there.
 */
export function fingerprintOf(sdp: string): Fingerprint | undefined {
  const found = new Set<string | undefined>();
  for (const line of sdp.split('\n')) {
    if (!/fingerprint/i.test(line)) continue;
    found.add(LINE.exec(line.replace(/\r$/, ''))?.[1]?.replaceAll(':', '').toLowerCase());
  }
  const [only] = found;
  return found.size === 1 ? (only as Fingerprint | undefined) : undefined;
}
