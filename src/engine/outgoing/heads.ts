/**
 * Heads: the digest of each file's first block, by which a file is recognised when it is chosen again under another
 * name or date. The picker of an iPhone calls a photo `image.jpg` and dates it now, each time (WebKit PRs 25443,
 * 27955), and a copy on another stick has another date.
 */

import type { ManifestEntry } from '../../protocol/peer.ts';
import { toHex } from '../../transfer/digest.ts';
import { blockLength } from '../../transfer/plan.ts';
import type { ReadBlock } from '../blocks/block-reader.ts';
import type { Budget } from '../blocks/budget.ts';
import type { Digest } from '../records/ledger.ts';

/** Head of an empty file: only names tell two of them apart. */
const EMPTY = 'empty';

export type HeadsPorts = { readonly read: ReadBlock; readonly budget: Budget };

/** `file`: returns a file if it can be read now. `isCalm`: nothing else needs to be read. */
type Learning = {
  readonly file: (index: number) => Blob | undefined;
  readonly isCalm: () => boolean;
  readonly learned: () => void;
};

export class Heads {
  readonly #entries: readonly ManifestEntry[];
  readonly #ports: HeadsPorts;
  /** In hexadecimal. */
  readonly #digests: (string | undefined)[];
  /** Files that were read, or could not be: that is not repeated. */
  readonly #seen = new WeakSet<Blob>();
  #count = 0;
  #learning: Promise<void> | undefined;

  /** `recorded`: the `record` of an earlier visit. */
  constructor(entries: readonly ManifestEntry[], recorded: readonly string[] | undefined, ports: HeadsPorts) {
    this.#entries = entries;
    this.#ports = ports;
    this.#digests = entries.map((_, index) => recorded?.[index] || undefined);
    this.#count = this.#digests.filter((digest) => digest !== undefined).length;
  }

  /** The number of known digests. */
  get count(): number {
    return this.#count;
  }

  /** One for each file, in hexadecimal; an empty text where it is unknown, and `undefined` when all are. */
  get record(): readonly string[] | undefined {
    return this.#count > 0 ? this.#digests.map((digest) => digest ?? '') : undefined;
  }

  /** The head of file number `index`, if it is known. */
  get(index: number): string | undefined {
    return this.#entries[index]?.size === 0 ? EMPTY : this.#digests[index];
  }

  /** The first block of file number `index` was read for another reason. */
  note(index: number, digest: Digest): void {
    if (this.#digests[index] !== undefined) return;
    this.#digests[index] = toHex(digest);
    this.#count += 1;
  }

  /** The head of `file`; `undefined` when it cannot be read. */
  async of(file: Blob): Promise<string | undefined> {
    if (file.size === 0) return EMPTY;
    const digest = await this.#read(file, file.size);
    return digest && toHex(digest);
  }

  /** Reads unknown heads, one block at a time, as long as it is calm. */
  learn(learning: Learning): Promise<void> {
    this.#learning ??= this.#learn(learning).finally(() => {
      this.#learning = undefined;
    });
    return this.#learning;
  }

  async #learn({ file, isCalm, learned }: Learning): Promise<void> {
    for (const [index, { size }] of this.#entries.entries()) {
      const blob = file(index);
      if (!blob || this.get(index) !== undefined || this.#seen.has(blob)) continue;
      const giveBack = await this.#ports.budget.take(blockLength(size, 0));
      try {
        if (!isCalm()) return;
        this.#seen.add(blob);
        const digest = await this.#read(blob, size);
        if (digest) this.note(index, digest);
      } finally {
        giveBack();
      }
      learned();
    }
  }

  /** Heads only help: a file that cannot be read is reported when it is sent. */
  async #read(file: Blob, size: number): Promise<Digest | undefined> {
    const place = { handle: 0, offset: 0, length: blockLength(size, 0) };
    const read = await this.#ports.read(file, place).catch(() => undefined);
    if (typeof read !== 'object') return undefined;
    read.release();
    return read.digest;
  }
}
