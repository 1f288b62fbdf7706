/** The digests of a transfer's blocks, through all its accepted files in order, and the roots over them. */
import { fileRoot, type Hash, toHex, transferRoot } from '../../transfer/digest.ts';
import { blocksIn, firstBlocks } from '../../transfer/plan.ts';
import type { Digest } from '../records/ledger.ts';

export class Blocks {
  readonly #hash: Hash;
  readonly #files: readonly { readonly size: number }[];
  readonly #first: readonly number[];
  #digests: (Digest | undefined)[] = [];
  readonly #roots = new Map<number, Promise<Digest>>();

  constructor(hash: Hash, files: readonly { readonly size: number }[]) {
    this.#hash = hash;
    this.#files = files;
    this.#first = firstBlocks(files);
  }

  /** Number of blocks, counted from the first, whose digests are known. */
  get count(): number {
    const gap = this.#digests.indexOf(undefined);
    return gap < 0 ? this.#digests.length : gap;
  }

  /** Number of the block that starts at block `index` of file number `at`. */
  number(at: number, index: number): number {
    return (this.#first[at] ?? 0) + index;
  }

  /** The digests up to the first unknown one. */
  get all(): readonly Digest[] {
    return this.#known(0, this.count);
  }

  get(block: number): Digest | undefined {
    return this.#digests[block];
  }

  set(block: number, digest: Digest): void {
    for (let missing = this.#digests.length; missing < block; missing += 1) this.#digests[missing] = undefined;
    this.#digests[block] = digest;
  }

  /** Forgets all digests of file number `at`. */
  forget(at: number): void {
    const first = this.number(at, 0);
    const end = Math.min(this.#digests.length, first + blocksIn(this.#files[at]?.size ?? 0));
    for (let block = first; block < end; block += 1) this.#digests[block] = undefined;
    this.#roots.delete(at);
  }

  /** Replaces all digests by `digests` of the first blocks. */
  reset(digests: readonly Digest[]): void {
    this.#digests = [...digests];
    this.#roots.clear();
  }

  /** SHA-256 over the digests of the first `count` blocks, in hexadecimal. They must be known. */
  async prefix(count: number): Promise<string> {
    return toHex(await fileRoot(this.#hash, this.#known(0, count)));
  }

  /** Root of file number `at`, whose blocks must be known. */
  root(at: number): Promise<Digest> {
    const known = this.#roots.get(at);
    if (known) return known;
    const first = this.#first[at] ?? 0;
    const root = fileRoot(this.#hash, this.#known(first, first + blocksIn(this.#files[at]?.size ?? 0)));
    this.#roots.set(at, root);
    return root;
  }

  /** Root over the whole transfer in hexadecimal. All blocks must be known. */
  async transferRoot(): Promise<string> {
    const roots = await Promise.all(this.#files.map((_, at) => this.root(at)));
    return toHex(await transferRoot(this.#hash, roots));
  }

  #known(from: number, to: number): Digest[] {
    const digests = this.#digests.slice(from, to).filter((digest) => digest !== undefined);
    if (digests.length !== to - from) throw new Error('a digest is asked for before its blocks are known');
    return digests;
  }
}
