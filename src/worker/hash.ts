/**
 * SHA-256 on every origin. Plain HTTP has no `crypto.subtle`; there a WebAssembly hash is loaded on first use, so that
 * it costs nothing elsewhere. The page's content security policy must allow `'wasm-unsafe-eval'` for it.
 */
import type { Hash } from '../transfer/digest.ts';

// Missing outside secure contexts, which the types do not say.
const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;

export const sha256: Hash =
  subtle === undefined ? wasmSha256 : async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes));

type Hasher = Awaited<ReturnType<typeof import('hash-wasm')['createSHA256']>>;
let hasher: Promise<Hasher> | undefined;

/** The hash used where there is no `crypto.subtle`; exported for tests, which have one. */
export async function wasmSha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  hasher ??= import('hash-wasm')
    .then(({ createSHA256 }) => createSHA256())
    .catch((error: unknown) => {
      hasher = undefined; // the router may be away just now: where the browser lets it, the next call tries again
      throw error;
    });
  const ready = await hasher;
  // From here to the result nothing waits, so one instance serves all callers.
  return Uint8Array.from(ready.init().update(bytes).digest('binary'));
}
