/**
 * A file that is left for somebody: encrypted for that letter alone (AES-GCM, as NIP-17 asks), so that whoever holds it has bytes and a
 * digest. In JavaScript, because plain HTTP has no WebCrypto. The only file that knows the cipher.
 */
import { gcm } from '@noble/ciphers/aes.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js';
import { hexadecimal, only } from '../../protocol/ids.ts';

const KEY_BYTES = 32;
/** NIP-17 leaves the length to the sender; AES-GCM is made for 12. */
const NONCE_BYTES = 12;
/** What the cipher adds. */
export const TAG_BYTES = 16;
const KEY = only(hexadecimal(KEY_BYTES));
/** Other clients use 12 or 16 bytes. */
const NONCE = /^(?:[0-9a-f]{2}){12,32}$/;

/** What opens a file, in hexadecimal. */
export type FileKey = { readonly key: string; readonly nonce: string };

export const isFileKey = ({ key, nonce }: FileKey): boolean => KEY.test(key) && NONCE.test(nonce);

export type SealedFile = FileKey & {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the sealed bytes, and of those inside, in hexadecimal. */
  readonly sha256: string;
  readonly inside: string;
};

/** Takes about a second for 10 MB on a slow phone: call it in a worker. */
export function sealedFile(inside: Uint8Array): SealedFile {
  const [key, nonce] = [randomBytes(KEY_BYTES), randomBytes(NONCE_BYTES)];
  const bytes = Uint8Array.from(gcm(key, nonce).encrypt(inside));
  return {
    bytes,
    key: bytesToHex(key),
    nonce: bytesToHex(nonce),
    sha256: bytesToHex(sha256(bytes)),
    inside: bytesToHex(sha256(inside)),
  };
}

/** `undefined` when the bytes are not what was sealed. */
export function openedFile(bytes: Uint8Array, { key, nonce }: FileKey): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(gcm(hexToBytes(key), hexToBytes(nonce)).decrypt(bytes));
  } catch {
    return undefined;
  }
}
