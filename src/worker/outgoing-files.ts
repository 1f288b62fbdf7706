/** The files of one outgoing transfer: reading their blocks, and the digests that every block keeps for as long as it lasts. */
import type { Failure } from '../protocol/failure.ts';
import { BLOCK_BYTES } from '../protocol/limits.ts';
import type { ManifestEntry } from '../protocol/peer.ts';
import { type Hash, sameDigest, toHex } from '../transfer/digest.ts';
import { blockLength, blocksIn, countBlocks } from '../transfer/plan.ts';
import type { SourceFile } from './api.ts';
import { Blocks } from './blocks.ts';
import { type Lacking, lacking } from './lacking.ts';
import type { Digest } from './ledger.ts';
import { type Origins, originsOf } from './origins.ts';
import type { BlockPlace, ReadBlock, SourceFailure } from './source.ts';

export type OutgoingFilesPorts = { readonly read: ReadBlock; readonly hash: Hash };

export class OutgoingFiles {
  readonly entries: readonly ManifestEntry[];
  readonly #ports: OutgoingFilesPorts;
  /** How a later visit opens the files again; none where the browser gives no handles. */
  readonly origins: Origins | undefined;
  /** The files to read; holes after a reload, or where one can no longer be read, until it was chosen again. */
  readonly #sources: (SourceFile | undefined)[];
  #lacking: Lacking | undefined;
  /** Which file failed last, and how. */
  #failed: { readonly file: number; readonly reason: SourceFailure } | undefined;
  /** Indices of the accepted files, and the digests of their blocks. */
  #accepted: readonly number[] = [];
  #blocks: Blocks | undefined;

  constructor(
    entries: readonly ManifestEntry[],
    from: readonly SourceFile[] | Origins | undefined,
    ports: OutgoingFilesPorts,
  ) {
    this.entries = entries;
    const sources = from && 'handles' in from ? undefined : from;
    this.origins = from && 'handles' in from ? from : sources && originsOf(sources);
    this.#sources = entries.map((_, index) => sources?.[index]);
    this.#ports = ports;
    if (sources === undefined) this.#lacking = lacking(entries, this.#sources, new Set());
  }

  /** All files, when none is missing. */
  get sources(): readonly SourceFile[] | undefined {
    return this.#lacking ? undefined : this.#sources.filter((source) => source !== undefined);
  }

  /** What is missing; nothing when all files can be read. */
  get lacking(): Lacking | undefined {
    return this.#lacking;
  }

  /** Which file failed for this reason; none where it was no file, or nobody knows which. */
  failedOn(reason: Failure): number | undefined {
    return this.#failed?.reason === reason ? this.#failed.file : undefined;
  }

  /** Indices of the accepted files; none before an answer. */
  get accepted(): readonly number[] | undefined {
    return this.#blocks && this.#accepted;
  }

  /**
   * Takes, of `chosen`, the files that are still missing and have not changed, and keeps them: what lies in several
   * folders is chosen folder by folder. Whether there were any such.
   */
  attach(chosen: readonly SourceFile[]): boolean {
    const before = this.#lacking;
    if (!before) return false;
    this.#failed = undefined;
    const unchanged = new Map(chosen.map((source) => [nameOf(source.entry), source]));
    const paths = new Set(chosen.map(({ entry }) => entry.path));
    const changed = new Set<number>();
    for (const [index, entry] of this.entries.entries()) {
      // Those that are not missing may lie beside one that was: on a drive that has come back elsewhere.
      this.#sources[index] = unchanged.get(nameOf(entry)) ?? this.#sources[index];
      if (!this.#sources[index] && paths.has(entry.path)) changed.add(index);
    }
    this.#lacking = lacking(this.entries, this.#sources, changed);
    return this.#lacking?.missing.count !== before.missing.count;
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

  async read({ handle, file, offset, length, chunkBytes }: BlockPlace): ReturnType<ReadBlock> {
    const source = this.#sources[file];
    if (!source) return this.#fail(file, 'source-unreadable');
    const read = await this.#ports.read(source.file, { handle, file, offset, length, chunkBytes });
    if (read === 'source-unreadable' && this.#sources[file] === source) {
      this.#sources[file] = undefined;
      this.#lacking = lacking(this.entries, this.#sources, new Set());
    }
    return typeof read === 'string' ? this.#fail(file, read) : read;
  }

  /** Notes the digest of a block of the accepted file number `at`. It must be what it was when read before. */
  note(at: number, offset: number, digest: Digest): SourceFailure | undefined {
    const number = this.#blocks?.number(at, offset / BLOCK_BYTES) ?? 0;
    const before = this.#blocks?.get(number);
    if (before && !sameDigest(before, digest)) return this.#fail(this.#accepted[at] ?? 0, 'source-changed');
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

  #fail(file: number, reason: SourceFailure): SourceFailure {
    this.#failed = { file, reason };
    return reason;
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

/** By what a file is recognised: its place among the others, its size and its date. */
const nameOf = ({ path, size, modified }: ManifestEntry) => JSON.stringify([path, size, modified]);
