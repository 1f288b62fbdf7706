/**
 * The files of one outgoing transfer: reading their blocks, and the block digests, which must not change during the
 * transfer.
 */
import type { Failure } from '../../protocol/failure.ts';
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import type { ManifestEntry } from '../../protocol/peer.ts';
import { fitsBundle } from '../../transfer/bundle.ts';
import { type Hash, sameDigest, toHex } from '../../transfer/digest.ts';
import { blockLength, blocksIn, countBlocks } from '../../transfer/plan.ts';
import type { SourceFile } from '../api/api.ts';
import type { BlockPlace, ReadBlock } from '../blocks/block-reader.ts';
import { Blocks } from '../blocks/blocks.ts';
import type { ReadBundle, SourceBundle } from '../blocks/bundle-reader.ts';
import type { SourceFailure } from '../blocks/source.ts';
import type { Digest } from '../records/ledger.ts';
import { type Origins, originsOf } from '../records/origins.ts';
import { Heads, type HeadsPorts } from './heads.ts';
import { type Lacking, lacking } from './lacking.ts';
import { recognise } from './recognise.ts';

export type OutgoingFilesPorts = HeadsPorts & { readonly hash: Hash; readonly readBundle: ReadBundle };

export class OutgoingFiles {
  readonly entries: readonly ManifestEntry[];
  readonly #ports: OutgoingFilesPorts;
  /** How a later visit opens the files again; `undefined` when the browser gives no handles. */
  readonly origins: Origins | undefined;
  readonly heads: Heads;
  /** The files to read; holes after a reload, or for a file that can no longer be read, until it is chosen again. */
  readonly #sources: (SourceFile | undefined)[];
  #lacking: Lacking | undefined;
  /** The last file that failed, and how. */
  #failed: { readonly file: number; readonly reason: SourceFailure } | undefined;
  /** Indices of the files that were recognised by their first block alone. */
  readonly #guessed = new Set<number>();
  /** One choice is examined at a time, so that no file serves twice. */
  #looking: Promise<unknown> = Promise.resolve();
  /** Indices of the accepted files, and the digests of their blocks. */
  #accepted: readonly number[] = [];
  #blocks: Blocks | undefined;

  constructor(
    entries: readonly ManifestEntry[],
    from: readonly SourceFile[] | Origins | undefined,
    ports: OutgoingFilesPorts,
    heads?: readonly string[],
  ) {
    this.entries = entries;
    this.heads = new Heads(entries, heads, ports);
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

  /** The missing files; `undefined` when all files can be read. */
  get lacking(): Lacking | undefined {
    return this.#lacking;
  }

  /** The file that failed for this reason; `undefined` when it was not a file, or is unknown. */
  failedOn(reason: Failure): number | undefined {
    return this.#failed?.reason === reason ? this.#failed.file : undefined;
  }

  /** Indices of the accepted files; `undefined` before an answer. */
  get accepted(): readonly number[] | undefined {
    return this.#blocks && this.#accepted;
  }

  /**
   * Takes the missing files from `chosen` and keeps them: files in several folders are chosen folder by folder. First
   * those with the same path, size and date; then those that begin like a missing file, under any name and date. That
   * is no proof, but the receiver's bytes are compared before anything more is sent. True if there were any. `isOver`:
   * the files are no longer needed.
   */
  async attach(chosen: readonly SourceFile[], isOver: () => boolean): Promise<boolean> {
    const before = this.#lacking;
    if (!before) return false;
    this.#failed = undefined;
    const rest = this.#takeSame(chosen);
    this.#lacking = lacking(this.entries, this.#sources, new Set());
    const isNews = this.#lacking?.missing.count !== before.missing.count;
    const looking = this.#looking.then(() => this.#takeAlike(rest, isOver));
    this.#looking = looking;
    return (await looking) || isNews;
  }

  /** Returns the files of `chosen` that served for no entry. */
  #takeSame(chosen: readonly SourceFile[]): readonly SourceFile[] {
    const unchanged = new Map(chosen.map((source) => [nameOf(source.entry), source]));
    const taken = new Set<SourceFile>();
    for (const [index, entry] of this.entries.entries()) {
      // Files that are not missing may lie beside one that was: on a drive that is mounted elsewhere now.
      const source = unchanged.get(nameOf(entry));
      if (!source) continue;
      if (this.#guessed.delete(index)) this.#forget(index);
      this.#sources[index] = source;
      taken.add(source);
    }
    return chosen.filter((source) => !taken.has(source));
  }

  async #takeAlike(chosen: readonly SourceFile[], isOver: () => boolean): Promise<boolean> {
    const sizes = new Set(this.#recognisable().map(({ size }) => size));
    const found: {
      readonly path: string;
      readonly size: number;
      readonly head: string;
      readonly source: SourceFile;
    }[] = [];
    for (const source of chosen) {
      if (isOver()) return false;
      const { path, size } = source.entry;
      const head = sizes.has(size) ? await this.heads.of(source.file) : undefined;
      if (head !== undefined) found.push({ path, size, head, source });
    }
    if (isOver()) return false;
    const matches = recognise(this.#recognisable(), found);
    for (const [{ index, entry }, { source }] of matches) {
      // The transfer goes on under the name that the receiver was told.
      this.#sources[index] = { file: source.file, entry };
      this.#guessed.add(index);
      this.#forget(index); // digests of the previous file
    }
    const served = new Set(Array.from(matches.values(), ({ source }) => source));
    const paths = new Set(chosen.flatMap((source) => (served.has(source) ? [] : source.entry.path)));
    this.#lacking = lacking(
      this.entries,
      this.#sources,
      this.#missingOf((path) => paths.has(path)),
    );
    return matches.size > 0;
  }

  /** The missing files with a known head. */
  #recognisable() {
    return this.entries.flatMap((entry, index) => {
      const head = this.#sources[index] ? undefined : this.heads.get(index);
      return head === undefined ? [] : [{ index, entry, path: entry.path, size: entry.size, head }];
    });
  }

  #missingOf(isMeant: (path: string) => boolean): ReadonlySet<number> {
    return new Set(
      this.entries.flatMap(({ path }, index) => (this.#sources[index] === undefined && isMeant(path) ? index : [])),
    );
  }

  /** Forgets the block digests of a file: another one has replaced it. */
  #forget(index: number): void {
    const at = this.#accepted.indexOf(index);
    if (at >= 0) this.#blocks?.forget(at);
  }

  /** Reads the heads of the files, as long as it `isCalm`. */
  learnHeads(isCalm: () => boolean, learned: () => void): Promise<void> {
    return this.heads.learn({ file: (index) => this.#sources[index]?.file, isCalm, learned });
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

  /** Reads a block of file number `file`. */
  async read(file: number, { handle, offset, length }: BlockPlace): ReturnType<ReadBlock> {
    const source = this.#sources[file];
    if (!source) return this.#fail(file, 'source-unreadable');
    const read = await this.#ports.read(source.file, { handle, offset, length });
    if (read === 'source-unreadable' && this.#sources[file] === source) {
      this.#drop(file);
      this.#lacking = lacking(this.entries, this.#sources, new Set());
    }
    return typeof read === 'string' ? this.#fail(file, read) : read;
  }

  /**
   * Reads the `count` accepted files from number `at` on together; `undefined` when one cannot be read so: by itself it
   * says why.
   */
  async readBundle(at: number, count: number, handle: number): Promise<SourceBundle | undefined> {
    const files = this.#smallFrom(at, count);
    if (files.length < count) return undefined;
    return this.#ports.readBundle({ files, next: (most) => this.#smallFrom(at + count, most), handle });
  }

  /** The accepted files from number `at` on, up to the first that is large, missing or not as long as it was. */
  #smallFrom(at: number, most: number): readonly Blob[] {
    const small: Blob[] = [];
    for (const index of this.#accepted.slice(at, at + most)) {
      const file = this.#sources[index]?.file;
      if (file === undefined || file.size !== this.size(index) || !fitsBundle(file.size)) break;
      small.push(file);
    }
    return small;
  }

  /** Notes the digest of a block of the accepted file number `at`. It must not differ from an earlier reading. */
  note(at: number, offset: number, digest: Digest): SourceFailure | undefined {
    const number = this.#blocks?.number(at, offset / BLOCK_BYTES) ?? 0;
    const before = this.#blocks?.get(number);
    if (before && !sameDigest(before, digest)) return this.#fail(this.#accepted[at] ?? 0, 'source-changed');
    this.#blocks?.set(number, digest);
    const file = this.#accepted[at];
    if (offset === 0 && file !== undefined) this.heads.note(file, digest);
    return undefined;
  }

  /** Root of the accepted file number `at`, whose block digests must be known. */
  root(at: number): Promise<Digest | undefined> {
    return Promise.resolve(this.#blocks?.root(at));
  }

  /** True if the digests of the first `count` blocks, read if necessary, add up to `digest`. */
  async prefixIs(digest: string, count: number): Promise<boolean | SourceFailure> {
    const failure = await this.#ensure(count);
    return failure ?? this.#judge((await this.#blocks?.prefix(count)) === digest, count);
  }

  /** True if all accepted files, read if necessary, add up to `digest`. */
  async transferIs(digest: string): Promise<boolean | SourceFailure> {
    const count = countBlocks(this.#acceptedEntries());
    const failure = await this.#ensure(count);
    return failure ?? this.#judge((await this.#blocks?.transferRoot()) === digest, count);
  }

  /** True if the accepted file number `at`, read as a whole, has the root digest `root`. */
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

  /**
   * A wrong guess among the first `count` blocks is no reason to give up the arrived bytes: the right file may still be
   * chosen.
   */
  #judge(isSame: boolean, count: number): boolean | SourceFailure {
    const wrong = this.#accepted.filter(
      (file, at) => this.#guessed.has(file) && (this.#blocks?.number(at, 0) ?? 0) < count,
    );
    if (isSame || wrong.length === 0) return isSame;
    for (const file of wrong) {
      this.#drop(file);
      this.#forget(file);
    }
    this.#lacking = lacking(this.entries, this.#sources, new Set(wrong));
    const [file] = wrong;
    return file !== undefined && wrong.length === 1 ? this.#fail(file, 'source-unreadable') : 'source-unreadable';
  }

  #drop(file: number): void {
    this.#sources[file] = undefined;
    this.#guessed.delete(file);
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

  /** Reads one block for its digest alone. */
  async #learn(at: number, file: number, index: number): Promise<SourceFailure | undefined> {
    const offset = index * BLOCK_BYTES;
    const length = blockLength(this.size(file), offset);
    const read = await this.read(file, { handle: 0, offset, length });
    if (typeof read === 'string') return read;
    read.release();
    return this.note(at, offset, read.digest);
  }
}

/** Identifies a file by its path, size and date. */
const nameOf = ({ path, size, modified }: ManifestEntry) => JSON.stringify([path, size, modified]);
