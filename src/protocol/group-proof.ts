/**
 * What members of a group show each other once they are connected: a code that only they can compute, over the same digest
 * that both ends sign (`connection-proof.ts`). So it is good for one connection between two keys and in one direction; who
 * sends it back, or says it again elsewhere, shows nothing. To anybody else it looks like any other random bytes.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { toBase64url } from './base64url.ts';
import { type GroupSecret, secretBytes } from './groups.ts';
import { base64url, only } from './ids.ts';
import { matching, type Parser } from './parse.ts';

/** HMAC-SHA-256: 32 bytes in base64url. */
export type GroupProof = string & { readonly __brand: 'GroupProof' };

export const PROOF_BYTES = 32;
export const groupProof = matching(only(base64url(PROOF_BYTES)), 'the proof of a group') as Parser<GroupProof>;

/** `digest`: of `connectionDigest`, with the member who shows it as the signer. */
export const groupProofOf = (secret: GroupSecret, digest: Uint8Array): GroupProof =>
  toBase64url(hmac(sha256, secretBytes(secret), digest)) as GroupProof;
