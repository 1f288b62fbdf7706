/**
 * What both ends of a connection sign, so that nobody sits between them. Whoever does has a DTLS connection with each, with
 * a certificate of its own; then what one end signs about the two certificates is not what the other one sees, and the
 * one in the middle has neither key to sign it anew.
 */
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Fingerprint } from './fingerprint.ts';
import { bytesOf, type PublicKey, taggedHash } from './keys.ts';
import type { ConnectionId } from './signaling.ts';

/** One end as the signer's browser sees it: whose it is said to be, and the certificate that DTLS holds it to. */
export type End = { readonly key: PublicKey; readonly fingerprint: Fingerprint };

/**
 * The 32 bytes that `signer` signs for `other`. All parts have a fixed length, so none runs into the next. A signature that is
 * sent back to its maker proves nothing: there the keys stand in the other order.
 */
export function connectionDigest(signer: End, other: End, connection: ConnectionId): Uint8Array<ArrayBuffer> {
  return taggedHash(
    'hikyaku/connection',
    bytesOf(signer.key),
    bytesOf(other.key),
    hexToBytes(signer.fingerprint),
    hexToBytes(other.fingerprint),
    utf8ToBytes(connection),
  );
}
