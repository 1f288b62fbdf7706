/**
 * The stored bytes of one incoming transfer: its pack in the store, the digests of its blocks, and copies of its files
 * from earlier transfers. The receiving machine says what to do and in which order; results go back to it as events.
 * Methods reject with `StoreError` when the storage fails.
 */

import { BLOCK_BYTES } from '../../protocol/limits.ts';
import type { Have, ManifestEntry } from '../../protocol/peer.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { unpackBundle } from '../../transfer/bundle.ts';
import { type Hash, sameDigest, toHex } from '../../transfer/digest.ts';
import { packPositions } from '../../transfer/manifest.ts';
import { blockLength, blocksIn, countBlocks, seek } from '../../transfer/plan.ts';
import type { Agreement, ReceivingEvent } from '../../transfer/receiving.ts';
import type { TransferKey } from '../../transfer/view.ts';
import type { Assembler } from '../blocks/assembler.ts';
import { Blocks } from '../blocks/blocks.ts';
import type { Digest, Ledger } from '../records/ledger.ts';
import { type Pack, type Store, StoreError, zipKey } from '../store/store.ts';
import { matchingBlocks } from './matching-blocks.ts';

/** A file from the earlier transfer `key` that may be the offered one: its root digest, and where its bytes are. */
export type KnownCopy = {
  readonly key: TransferKey;
  readonly root: string;
  read(start: number, end: number): Promise<Blob>;
};

export type IncomingStoragePorts = {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly hash: Hash;
  readonly assembler: () => Assembler;
  /** Finds, among files from the same sender, one with the same path, size and date. */
  readonly knownCopies: (from: DeviceId) => (entry: ManifestEntry) => Promise<KnownCopy | undefined> | undefined;
};

type Bundle = { readonly at: number; readonly count: number; readonly payload: Uint8Array };
type Block = { readonly at: number; readonly offset: number; readonly length: number; readonly digest: Uint8Array };

export class IncomingStorage {
  readonly #key: TransferKey;
  readonly #ports: IncomingStoragePorts;
  readonly #report: (event: ReceivingEvent) => void;
  readonly #assembler: Assembler;
  #pack: Pack | undefined;
  #entries: readonly ManifestEntry[] = [];
  #positions: readonly number[] = [];
  #block: Block | undefined;
  /** The stored blocks; `undefined` until the storage was inspected. */
  #blocks: Blocks | undefined;
  #known = new Map<number, KnownCopy>();

  constructor(key: TransferKey, ports: IncomingStoragePorts, report: (event: ReceivingEvent) => void) {
    this.#key = key;
    this.#ports = ports;
    this.#report = report;
    this.#assembler = ports.assembler();
  }

  /** The files that may be copied instead of received: number among the accepted ones, and root digest. */
  get known(): readonly (readonly [at: number, root: string])[] {
    return [...this.#known].map(([at, { root }]) => [at, root]);
  }

  /** True if bytes of the transfer `key` may still be copied into this one. */
  needs(key: TransferKey): boolean {
    return [...this.#known.values()].some((copy) => copy.key === key);
  }

  /** Finds out what is already stored. */
  async inspect({ entries }: Agreement): Promise<void> {
    this.#entries = entries;
    this.#positions = packPositions(entries);
    if (this.#blocks !== undefined) return;
    const blocks = await this.#load(entries);
    this.#blocks = blocks;
    const { store, hash } = this.#ports;
    const read = (start: number, end: number) => store.read(this.#key, start, end);
    // The ledger may list blocks that a crash took from the storage: only blocks that still match count.
    blocks.reset(await matchingBlocks(blocks.all, entries, read, hash));
  }

  /** Opens the pack, after `inspect`. Resolves with what it holds. */
  async open({ entries, totalBytes }: Agreement, from: DeviceId): Promise<Have> {
    const blocks = this.#blocks;
    if (!blocks) throw new StoreError('storage-failed', 'freed meanwhile');
    this.#pack ??= await this.#ports.store.open(this.#key, totalBytes);
    // Before anything new is noted: what was noted and did not match comes again, maybe with other digests.
    this.#ports.ledger.keep(this.#key, blocks.all);
    const { count } = blocks;
    await this.#findKnown(from, seek(entries, count).at);
    return { blocks: count, digest: await blocks.prefix(count) };
  }

  /** Bytes of `entries` that should be stored, by the ledger. `inspect` checks them. */
  async claimedBytes(entries: readonly ManifestEntry[]): Promise<number> {
    return seek(entries, (await this.#load(entries)).count).bytes;
  }

  /** Root digest of the saved file number `at` of `entries`, in hexadecimal. */
  async savedRoot(entries: readonly ManifestEntry[], at: number): Promise<string> {
    this.#blocks ??= await this.#load(entries);
    return toHex(await this.#blocks.root(at));
  }

  beginBlock(block: Block): void {
    this.#block = block;
    this.#assembler.begin(block.length);
  }

  append(payload: Uint8Array): void {
    this.#assembler.append(payload);
  }

  /** The block is complete. It is hashed at once, and stored when the caller, in turn, calls the result. */
  completeBlock(): () => Promise<void> {
    const block = this.#block;
    const bytes = this.#assembler.take();
    this.#block = undefined;
    const hashing = this.#ports.hash(bytes);
    return async () => {
      const digest = await hashing;
      if (!block || this.#pack === undefined) return; // closed meanwhile
      if (!sameDigest(digest, block.digest)) {
        this.#report({ type: 'digest-mismatched' });
        return;
      }
      await this.#write(block.at, block.offset, bytes, [digest]);
      this.#assembler.recycle(bytes);
      this.#report({ type: 'block-stored', bytes: bytes.length });
    };
  }

  /**
   * `count` files from number `at` on are all in `payload`. They are hashed at once, and stored together when the
   * caller, in turn, calls the result.
   */
  completeBundle({ at, count, payload }: Bundle): () => Promise<void> {
    const { whole, parts } = unpackBundle(this.#entries.slice(at, at + count), payload);
    const hashing = Promise.all(parts.map(({ bytes }) => this.#ports.hash(bytes)));
    hashing.catch(() => {}); // thrown again at its turn
    return async () => {
      const digests = await hashing;
      if (this.#pack === undefined) return; // closed meanwhile
      if (!parts.every(({ digest }, index) => sameDigest(digests[index] ?? digest.subarray(1), digest))) {
        this.#report({ type: 'digest-mismatched' });
        return;
      }
      if (whole.length > 0) await this.#write(at, 0, whole, digests);
      this.#report({ type: 'block-stored', bytes: whole.length });
    };
  }

  /** Compares the root of file number `at` with the one that its sender states. */
  async checkFile(at: number, expected: Uint8Array): Promise<void> {
    if (this.#pack === undefined || !this.#blocks) return;
    const root = await this.#blocks.root(at);
    this.#report({ type: sameDigest(root, expected) ? 'file-matched' : 'digest-mismatched' });
  }

  /** Copies the known file for number `at`, and compares its root with the one that its sender states. */
  async copyFile(at: number, expected: Uint8Array): Promise<void> {
    const copy = this.#known.get(at);
    const size = this.#entries[at]?.size ?? 0;
    if (this.#pack === undefined || !this.#blocks) return;
    if (!copy || copy.root !== toHex(expected)) {
      this.#report({ type: 'violated' });
      return;
    }
    for (let index = 0; index < blocksIn(size); index += 1) {
      const offset = index * BLOCK_BYTES;
      const blob = await copy.read(offset, offset + blockLength(size, offset));
      const bytes = new Uint8Array(await blob.arrayBuffer());
      await this.#write(at, offset, bytes, [await this.#ports.hash(bytes)]);
      if (this.#pack === undefined) return; // closed meanwhile
      this.#report({ type: 'part-copied', bytes: bytes.length });
    }
    await this.checkFile(at, expected);
  }

  /**
   * Makes everything durable and proves that all `bytes` can be read back. Resolves with the transfer's root digest.
   */
  async seal(bytes: number): Promise<string> {
    await this.#pack?.seal();
    this.#pack = undefined;
    this.#ports.ledger.flush();
    // The last proof before the word "Saved": every byte can be read back from its place.
    await this.#ports.store.read(this.#key, 0, bytes);
    return (await this.#blocks?.transferRoot()) ?? '';
  }

  /** Closes the pack; requested steps that have not happened yet will not. Never rejects. */
  async close(): Promise<void> {
    const pack = this.#pack;
    this.#pack = undefined;
    this.#ports.ledger.flush();
    try {
      await pack?.close();
    } catch {
      this.#blocks = undefined; // some bytes may be missing: the next opening inspects them
    }
  }

  /** Frees the stored bytes. */
  async free(): Promise<void> {
    this.#blocks = undefined;
    await this.#ports.store.delete(this.#key);
    await this.#ports.store.delete(zipKey(this.#key));
  }

  /** The stored blocks as the ledger lists them. */
  async #load(files: readonly ManifestEntry[]): Promise<Blocks> {
    const blocks = new Blocks(this.#ports.hash, files);
    blocks.reset((await this.#ports.ledger.load(this.#key)).slice(0, countBlocks(files)));
    return blocks;
  }

  async #findKnown(sender: DeviceId, from: number): Promise<void> {
    this.#known = new Map();
    const find = this.#ports.knownCopies(sender);
    for (let at = from; at < this.#entries.length; at += 1) {
      const entry = this.#entries[at];
      const found = entry && find(entry);
      const copy = found && (await found); // most files are no copies: a wait for each would add up
      if (copy) this.#known.set(at, copy);
    }
  }

  /** Stores blocks in a row, whose digests have been checked, and then notes that in the ledger. */
  async #write(at: number, offset: number, bytes: Uint8Array<ArrayBuffer>, digests: readonly Digest[]) {
    await this.#pack?.write((this.#positions[at] ?? 0) + offset, bytes);
    const first = this.#blocks?.number(at, offset / BLOCK_BYTES) ?? 0;
    for (const [index, digest] of digests.entries()) this.#blocks?.set(first + index, digest);
    this.#ports.ledger.note(this.#key, { first, digests, bytes: bytes.length });
  }
}
