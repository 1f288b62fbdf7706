/**
 * The tree of digests over a transfer: SHA-256 of each block; of a file, over its block digests in order (an empty file:
 * over nothing); of the transfer, over the roots of its accepted files in order. Both ends compute it and compare.
 */

/** SHA-256 of `bytes`, which must not change until it resolves. */
export type Hash = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** Root of one file, from the digests of its blocks. */
export function fileRoot(hash: Hash, blocks: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  return hash(concatenate(blocks));
}

/** Root of the transfer, from the roots of its accepted files. */
export function transferRoot(hash: Hash, files: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  return hash(concatenate(files));
}

/** Digests are no secrets here (both sides know them), so the comparison need not take constant time. */
export function sameDigest(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

export function toHex(digest: Uint8Array): string {
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}
