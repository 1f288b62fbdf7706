/**
 * Bytes that belong to events, each in a file under its digest. They come as a stream, are hashed while they are written, and take
 * their name only when they are what was said. They stay as long as an event that is held names them, and some minutes longer.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Bringer, Outcome } from '../../words/holding.ts';
import type { Log } from '../machine/log.ts';
import type { Blobs, Naming } from './api.ts';
import { blobName, blobNamed, type Named } from './blob-name.ts';
import { type Disk, DiskError } from './disk.ts';
import { Claim, Stopped, writeAs } from './incoming.ts';
import { ignoring } from './journal.ts';
import { type Candidate, EVERYBODY_GOES, makeRoom } from './room.ts';
import { type Load, type Loan, loadOfBlob, ownerOf, type Stock } from './stock.ts';

export type BlobsOptions = {
  readonly disk: Disk;
  readonly log: Log;
  readonly stock: Stock;
  /** Of one. */
  readonly bytesAtMost: number;
  readonly naming: (sha256: string) => Naming;
  /** Seconds of the life of the shelf. */
  readonly lived: () => number;
};

type Blob = Named & {
  readonly name: string;
  /** Since when no event names it. */
  unnamedSince: number | undefined;
  /** It is lent: it goes when what needs its room is written. Until then it is held, and does not count. */
  isLent?: boolean;
};

/** For so long bytes may be here before the event that names them, in seconds: an upload over a slow radio, and the event behind it. */
const UNNAMED_S = 600;
/** So much is read at a time. */
const READ_BYTES = 64 * 1024;
const UNFINISHED = '.part';

export class KeptBlobs implements Blobs {
  readonly #options: BlobsOptions;
  readonly #blobs = new Map<string, Blob>();
  #unfinished = 0;
  readonly #working = new Set<Promise<unknown>>();
  #isStopped = false;

  private constructor(options: BlobsOptions) {
    this.#options = options;
    options.stock.lend = (bytes, by) => this.#lend(bytes, by);
  }

  /** Rejects with a `DiskError` when the folder cannot be read. */
  static async open(options: BlobsOptions): Promise<KeptBlobs> {
    const blobs = new KeptBlobs(options);
    for (const { name, bytes } of await options.disk.list()) {
      const named = blobNamed(name);
      if (named !== undefined && named.bytes !== bytes)
        options.log.warn(`words: a file of ${named.bytes} bytes has ${bytes} now, and is let go`);
      if (named?.bytes === bytes && !blobs.#blobs.has(named.sha256))
        blobs.#add({ ...named, name, unnamedSince: undefined });
      else if (named !== undefined || name.endsWith(UNFINISHED)) await ignoring(options.disk.remove(name));
    }
    const short = options.stock.short({ bytes: 0, events: 0 });
    const going = blobs.#whoGoes({ bytes: short.bytes, events: 0 }, undefined, Number.POSITIVE_INFINITY);
    for (const { sha256 } of going ?? []) void blobs.delete(sha256);
    return blobs;
  }

  has(sha256: string): boolean {
    return this.#given(sha256) !== undefined;
  }

  size(sha256: string): number | undefined {
    return this.#given(sha256)?.bytes;
  }

  #given(sha256: string): Blob | undefined {
    const blob = this.#blobs.get(sha256);
    return blob === undefined || this.#options.naming(sha256).isHidden ? undefined : blob;
  }

  counts(): { readonly blobs: number; readonly bytes: number } {
    const bytes = [...this.#blobs.values()].reduce((sum, blob) => sum + blob.bytes, 0);
    return { blobs: this.#blobs.size, bytes };
  }

  receive(sha256: string, size: number | undefined, bytes: AsyncIterable<Uint8Array>, by: Bringer): Promise<Outcome> {
    const receiving = this.#receive(sha256, size, bytes, by);
    this.#working.add(receiving);
    return receiving.finally(() => this.#working.delete(receiving));
  }

  read(sha256: string, from = 0, to = Number.POSITIVE_INFINITY): AsyncIterable<Uint8Array> | undefined {
    const blob = this.#given(sha256);
    return blob && this.#read(blob, from, Math.min(to, blob.bytes));
  }

  renew(sha256: string): void {
    this.#isKnown(sha256);
  }

  async delete(sha256: string): Promise<void> {
    const blob = this.#blobs.get(sha256);
    if (blob === undefined || this.#isStopped) return;
    this.#blobs.delete(sha256);
    if (blob.isLent !== true) this.#options.stock.subtract(loadOfBlob(blob.by, blob.bytes));
    // One that cannot be removed is here again after the next start, and goes then.
    await ignoring(this.#options.disk.remove(blob.name));
  }

  /** From now on no event names it: whoever left it has time to put one that does. Anybody may name it, and take that back. */
  unnamed(sha256: string): void {
    const blob = this.#blobs.get(sha256);
    if (blob !== undefined) blob.unnamedSince = this.#options.lived();
  }

  /** To be called once a minute: what no event names for a while goes. */
  async tick(): Promise<void> {
    const now = this.#options.lived();
    for (const blob of [...this.#blobs.values()]) {
      const { isNamed } = this.#options.naming(blob.sha256);
      blob.unnamedSince = isNamed ? undefined : (blob.unnamedSince ?? now);
      if (blob.unnamedSince !== undefined && now - blob.unnamedSince >= UNNAMED_S) await this.delete(blob.sha256);
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.#working);
  }

  async #receive(
    sha256: string,
    size: number | undefined,
    bytes: AsyncIterable<Uint8Array>,
    by: Bringer,
  ): Promise<Outcome> {
    const { disk, stock, log } = this.#options;
    if (this.#isKnown(sha256)) return 'known';
    const claim = new Claim(stock, by, (load) => this.#isRoomFor(load));
    const raise = (total: number): void => this.#raise(claim, total);
    const unfinished = `${this.#unfinished}${UNFINISHED}`;
    this.#unfinished += 1;
    try {
      raise(size ?? 0);
      const length = await writeAs(disk, unfinished, { sha256, size }, bytes, raise);
      claim.end();
      return await this.#take(unfinished, { sha256, bytes: length, seen: this.#options.lived(), by });
    } catch (error) {
      await ignoring(disk.remove(unfinished));
      if (error instanceof Stopped) return error.why;
      if (!(error instanceof DiskError)) throw error;
      log.error(`words: the disk does not take a file (${error.code})`);
      return 'disk';
    } finally {
      claim.end();
    }
  }

  /** It is what was said: now others go for it. Throws `Stopped`; rejects with a `DiskError`. */
  async #take(unfinished: string, named: Named): Promise<Outcome> {
    const { stock } = this.#options;
    const { sha256, bytes, by, seen } = named;
    if (this.#isKnown(sha256)) throw new Stopped('known');
    const load = loadOfBlob(by, bytes);
    if (!stock.mayAdd(load)) throw new Stopped('quota');
    const going = this.#whoGoes(stock.short(load), by, seen);
    if (going === undefined) throw new Stopped('full');
    const loan = this.#loan(going);
    stock.add(load);
    let isThere = false;
    try {
      const name = blobName(named, randomBytes(4).toString('hex'));
      await this.#name(unfinished, name);
      isThere = !this.#isKnown(sha256);
      if (isThere) this.#blobs.set(sha256, { ...named, name, unnamedSince: undefined });
      else await ignoring(this.#options.disk.remove(name)); // another one was quicker while this one got its name
      return isThere ? 'held' : 'known';
    } finally {
      if (!isThere) stock.subtract(load);
      loan.end(isThere);
    }
  }

  /** Whoever brings what is here already has as much time to name it as if it had not been. */
  #isKnown(sha256: string): boolean {
    const blob = this.#blobs.get(sha256);
    if (blob !== undefined) blob.unnamedSince = undefined;
    return blob !== undefined;
  }

  #raise(claim: Claim, total: number): void {
    if (this.#isStopped) throw new Stopped('disk');
    if (total > this.#options.bytesAtMost) throw new Stopped('too-large');
    claim.raise(total);
  }

  /** As it is now; when all of it is here, that is asked again. */
  #isRoomFor(load: Load): boolean {
    const short = this.#options.stock.short(load);
    return short.bytes === 0 || this.#whoGoes(short, load.by, this.#options.lived()) !== undefined;
  }

  async #name(unfinished: string, name: string): Promise<void> {
    const { disk } = this.#options;
    try {
      await disk.rename(unfinished, name);
      await disk.sync();
    } catch (error) {
      await ignoring(disk.remove(name));
      throw error;
    }
  }

  /** What is read whole is hashed, and its last bytes are given only when it is what it was. */
  async *#read(blob: Blob, from: number, to: number): AsyncGenerator<Uint8Array> {
    const hash = from === 0 && to === blob.bytes ? createHash('sha256') : undefined;
    const reading = await this.#options.disk.open(blob.name);
    try {
      let last: Uint8Array | undefined;
      for (let at = from; at < to; ) {
        const bytes = await reading.read(at, Math.min(READ_BYTES, to - at));
        if (bytes.length === 0) return await this.#damaged(blob);
        at += bytes.length;
        hash?.update(bytes);
        if (last !== undefined) yield last;
        last = bytes;
      }
      if (hash !== undefined && hash.digest('hex') !== blob.sha256) return await this.#damaged(blob);
      if (last !== undefined) yield last;
    } finally {
      await ignoring(reading.close());
    }
  }

  /** It is let go: other routers have it, or somebody leaves it once more. */
  async #damaged(blob: Blob): Promise<never> {
    this.#options.log.warn('words: a file has changed on the disk, and is let go');
    if (this.#blobs.get(blob.sha256) === blob) await this.delete(blob.sha256);
    throw new DiskError('changed');
  }

  #add(blob: Blob): void {
    this.#blobs.set(blob.sha256, blob);
    this.#options.stock.add(loadOfBlob(blob.by, blob.bytes));
  }

  #lend(bytes: number, by: Bringer): Loan {
    return this.#loan(this.#whoGoes({ bytes, events: 0 }, by, Number.POSITIVE_INFINITY) ?? []);
  }

  #loan(lent: readonly Blob[]): Loan {
    const { stock } = this.#options;
    for (const blob of lent) {
      blob.isLent = true;
      stock.subtract(loadOfBlob(blob.by, blob.bytes));
    }
    const end = (isUsed: boolean): void => {
      for (const blob of lent) {
        if (this.#blobs.get(blob.sha256) !== blob) continue; // it has gone meanwhile
        blob.isLent = false;
        stock.add(loadOfBlob(blob.by, blob.bytes));
        if (isUsed) void this.delete(blob.sha256);
      }
    };
    return { end };
  }

  #whoGoes(
    short: { bytes: number; events: number },
    by: Bringer | undefined,
    seen: number,
  ): readonly Blob[] | undefined {
    const { stock, naming } = this.#options;
    const candidates = [...this.#blobs.values()].flatMap((blob): Candidate<Blob>[] => {
      if (blob.isLent === true) return [];
      const { isPinned, elsewhere } = naming(blob.sha256);
      const standing = { isEnded: false, isPinned, elsewhere, seen: blob.seen };
      return [{ what: blob, owner: ownerOf(blob.by), bytes: blob.bytes, events: 0, ...standing }];
    });
    const comer = by ? { owner: ownerOf(by), isPinned: false, seen } : EVERYBODY_GOES;
    return makeRoom(candidates, comer, { short, most: stock.most, has: (key) => stock.of(key) });
  }
}
