/** The files of one outgoing transfer: reading their blocks, and the digests that every block keeps for as long as it lasts. */
import { BLOCK_BYTES } from '../protocol/limits.ts';
import type { ManifestEntry } from '../protocol/peer.ts';
import { type Hash, sameDigest, toHex } from '../transfer/digest.ts';
import { blockLength, blocksIn, countBlocks } from '../transfer/plan.ts';
import type { SourceFile } from './api.ts';
import { Blocks } from './blocks.ts';
import type { Digest } from './ledger.ts';
import type { BlockPlace, ReadBlock, SourceFailure } from './source.ts';

export type OutgoingFilesPorts = { readonly read: ReadBlock; readonly hash: Hash };

export class OutgoingFiles {
  readonly entries: readonly ManifestEntry[];
  readonly #ports: OutgoingFilesPorts;
  /** The files to read; none after a reload, until the person chooses them again. */
  #sources: readonly SourceFile[] | undefined;
  /** Indices of the accepted files, and the digests of their blocks. */
  #accepted: readonly number[] = [];
  #blocks: Blocks | undefined;

  constructor(
    entries: readonly ManifestEntry[],
    sources: readonly SourceFile[] | undefined,
    ports: OutgoingFilesPorts,
  ) {
    this.entries = entries;
    this.#sources = sources;
    this.#ports = ports;
  }

  get sources(): readonly SourceFile[] | undefined {
    return this.#sources;
  }

  /** Indices of the accepted files; none before an answer. */
  get accepted(): readonly number[] | undefined {
    return this.#blocks && this.#accepted;
  }

  /** Takes the files that a person chose again, if some are needed. False when not all are among them, unchanged. */
  attach(sources: readonly SourceFile[]): boolean {
    const nameOf = ({ path, size, modified }: ManifestEntry) => JSON.stringify([path, size, modified]);
    const chosen = new Map(sources.map((source) => [nameOf(source.entry), source]));
    const found = this.entries.flatMap((entry) => chosen.get(nameOf(entry)) ?? []);
    if (found.length !== this.entries.length) return false;
    this.#sources ??= found;
    return true;
  }

  /** The receiver wants the files with these indices. */
  agree(accepted: readonly number[]): void {
    if (this.#blocks && this.#accepted.join() === accepted.join()) return;
    this.#accepted = accepted;
    this.#blocks = new Blocks(this.#ports.hash, this.#acceptedEntries());
  }

  size(file: number): number {
    return this.entries[file]?.size ?? 0;
  }

  read({ handle, file, offset, length, chunkBytes }: BlockPlace): ReturnType<ReadBlock> {
    const source = this.#sources?.[file];
    if (!source) return Promise.resolve('source-unreadable');
    return this.#ports.read(source.file, { handle, file, offset, length, chunkBytes });
  }

  /** Notes the digest of a block of the accepted file number `at`. It must be what it was when read before. */
  note(at: number, offset: number, digest: Digest): SourceFailure | undefined {
    const number = this.#blocks?.number(at, offset / BLOCK_BYTES) ?? 0;
    const before = this.#blocks?.get(number);
    if (before && !sameDigest(before, digest)) return 'source-changed';
    this.#blocks?.set(number, digest);
    return undefined;
  }

  /** Root of the accepted file number `at`, whose blocks must be known. */
  root(at: number): Promise<Digest | undefined> {
    return Promise.resolve(this.#blocks?.root(at));
  }

  /** Whether the digests of the first `count` blocks, read where they are not known, add up to `digest`. */
  async prefixIs(digest: string, count: number): Promise<boolean | SourceFailure> {
    return (await this.#ensure(count)) ?? (await this.#blocks?.prefix(count)) === digest;
  }

  /** Whether all accepted files, read where they are not known, add up to `digest`. */
  async transferIs(digest: string): Promise<boolean | SourceFailure> {
    const failure = await this.#ensure(countBlocks(this.#acceptedEntries()));
    return failure ?? (await this.#blocks?.transferRoot()) === digest;
  }

  /** Whether the accepted file number `at`, read as a whole, has the root digest `root`. */
  async rootIs(root: string, at: number, file: number): Promise<boolean | SourceFailure> {
    for (let index = 0; index < blocksIn(this.size(file)); index += 1) {
      const failure = await this.#learn(at, file, index);
      if (failure) return failure;
    }
    return this.#blocks !== undefined && toHex(await this.#blocks.root(at)) === root;
  }

  #acceptedEntries(): readonly { readonly size: number }[] {
    return this.#accepted.map((file) => ({ size: this.size(file) }));
  }

  /** Makes the digests of the first `count` blocks known: after a reload the files are read and hashed again. */
  async #ensure(count: number): Promise<SourceFailure | undefined> {
    for (const [at, file] of this.#accepted.entries()) {
      for (let index = 0; index < blocksIn(this.size(file)); index += 1) {
        const number = this.#blocks?.number(at, index) ?? 0;
        if (number >= count) return undefined;
        if (this.#blocks?.get(number)) continue;
        const failure = await this.#learn(at, file, index);
        if (failure) return failure;
      }
    }
    return undefined;
  }

  /** Reads one block only for its digest. */
  async #learn(at: number, file: number, index: number): Promise<SourceFailure | undefined> {
    const offset = index * BLOCK_BYTES;
    const length = blockLength(this.size(file), offset);
    const read = await this.read({ handle: 0, file, offset, length, chunkBytes: BLOCK_BYTES });
    return typeof read === 'string' ? read : this.note(at, offset, read.digest);
  }
}
