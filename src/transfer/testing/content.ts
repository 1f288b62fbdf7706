/**
 * Files without bytes: a block is a token that names its file, its number, and the version of the file that last wrote
 * it. Digests are tokens in disguise, so equal digests mean equal content.
 */
import type { ManifestEntry } from '../../protocol/peer.ts';
import { blocksIn } from '../plan.ts';

export type Token = string;

/** The files of the simulated sender, with every version they ever had. */
export class Disk {
  readonly entries: readonly ManifestEntry[];
  readonly #versions: (readonly Token[])[][];

  constructor(sizes: readonly number[]) {
    this.entries = sizes.map((size, file) => ({ path: `file ${file}`, size, modified: 0 }));
    this.#versions = sizes.map((size, file) => [
      Array.from({ length: blocksIn(size) }, (_, block) => `${file}.${block}`),
    ]);
  }

  /** Number of the newest version of `file`. */
  version(file: number): number {
    return this.#of(file).length - 1;
  }

  blocks(file: number, version: number): readonly Token[] {
    return this.#of(file)[version] ?? [];
  }

  /** Writes a new version of `file` in which one block and the last one differ; neither size nor date show it. */
  change(file: number, block: number): void {
    const versions = this.#of(file);
    const newest = versions.at(-1) ?? [];
    if (newest.length === 0) return;
    const changed = (index: number) => index === block % newest.length || index === newest.length - 1;
    versions.push(newest.map((token, index) => (changed(index) ? `${file}.${index}v${versions.length}` : token)));
  }

  /** True when these are the blocks of a single version of `file`. */
  wasEver(file: number, blocks: readonly Token[]): boolean {
    return this.#of(file).some((version) => version.join() === blocks.join() && version.length === blocks.length);
  }

  #of(file: number): (readonly Token[])[] {
    return this.#versions[file] ?? [];
  }
}

/** The root of a file from its blocks, or of a transfer from its files. */
export function root(parts: readonly Token[]): Token {
  return `(${parts.join(' ')})`;
}

const digests = new Map<Token, Uint8Array>();
const tokens = new WeakMap<Uint8Array, Token>();

/** A digest as the machines see it: they pass it on, and never look inside. */
export function digestOf(token: Token): Uint8Array {
  const known = digests.get(token);
  if (known) return known;
  const digest = new Uint8Array(1);
  digests.set(token, digest);
  tokens.set(digest, token);
  return digest;
}

const NOTHING = new ArrayBuffer(1024 * 1024);

/** `length` bytes of the block `token`, of which only the length is real: all share one buffer. */
export function bytesOf(token: Token, length: number): Uint8Array {
  const bytes = new Uint8Array(NOTHING, 0, length);
  tokens.set(bytes, token);
  return bytes;
}

/** The token behind a digest or the bytes of a block. */
export function tokenOf(bytes: Uint8Array): Token {
  return tokens.get(bytes) ?? 'garbage';
}
