/**
 * SHA-256 on every origin and engine. Plain HTTP has no `crypto.subtle`; there a WebAssembly hash is loaded on first
 * use, so it costs nothing elsewhere. Safari before 16 does not know the `'wasm-unsafe-eval'` of the page's content
 * security policy and compiles none, and lockdown mode has no WebAssembly at all: both use plain JavaScript.
 */
import type { Hash } from '../../transfer/digest.ts';

/** No digest can be computed, because its code could not be loaded. Neither a file nor a storage is to blame. */
export class HashError extends Error {
  override readonly name = 'HashError';
}

// Missing outside secure contexts, which the types do not say.
const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;

export const sha256: Hash = async (bytes) => {
  try {
    return subtle === undefined ? await loadedSha256(bytes) : new Uint8Array(await subtle.digest('SHA-256', bytes));
  } catch (cause) {
    throw new HashError('no digest', { cause });
  }
};

let loaded: Promise<Hash> | undefined;

/** The hash for places without `crypto.subtle`; exported for tests, which have it. */
export async function loadedSha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  loaded ??= wasmHash()
    .catch(plainHash)
    .catch((error: unknown) => {
      loaded = undefined; // the router may be away: the next call tries again, if the browser allows it
      throw error;
    });
  return (await loaded)(bytes);
}

async function wasmHash(): Promise<Hash> {
  const { createSHA256 } = await import('hash-wasm');
  const hasher = await createSHA256();
  // No await from here to the result, so one instance serves all callers.
  return async (bytes) => Uint8Array.from(hasher.init().update(bytes).digest('binary'));
}

/** A third of the speed (some 100 MB/s on a computer), and nothing that a browser may forbid. */
export async function plainHash(): Promise<Hash> {
  const { sha256: hash } = await import('@noble/hashes/sha2.js');
  return async (bytes) => hash(bytes);
}
