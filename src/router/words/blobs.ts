/**
 * Bytes that belong to events, each in a file under its digest. They come as a stream, are hashed while they are written, and take
 * their name only when they are what was said. They stay as long as an event that is held names them, and some minutes longer.
 */
import { randomBytes } from 'node:crypto';
import type { Bringer, Outcome } from '../../words/holding.ts';
import type { Log } from '../machine/log.ts';
import type { Blobs, Naming } from './api.ts';
import { blobName, blobNamed, type Named } from './blob-name.ts';
import { type Blob, BlobStock } from './blob-stock.ts';
import { type Disk, DiskError } from './disk.ts';
import { Claim, Stopped, writeAs } from './incoming.ts';
import { ignoring } from './journal.ts';
import { Damaged, readBlob } from './outgoing.ts';
import { type Load, type Loan, loadOfBlob, type Stock } from './stock.ts';

export type BlobsOptions = {
  readonly disk: Disk;
  readonly log: Log;
  readonly stock: Stock;
  /** Of one. */
  readonly bytesAtMost: number;
  readonly naming: (sha256: string) => Naming;
  /** Seconds of the life of the shelf. */
  readonly lived: () => number;
  /** False while the disk is too full for files. */
  readonly isRoomy: () => boolean;
};

/** For so long bytes may be here before the event that names them, in seconds: an upload over a slow radio, and the event behind it. */
const UNNAMED_S = 600;
const UNFINISHED = '.part';

export class KeptBlobs implements Blobs {
  readonly #options: BlobsOptions;
  readonly #blobs: BlobStock;
  #unfinished = 0;
  readonly #working = new Set<Promise<unknown>>();
  damaged = 0;
  #isStopped = false;

  private constructor(options: BlobsOptions) {
    this.#options = options;
    this.#blobs = new BlobStock(options.stock, options.naming);
    options.stock.lend = (bytes, by) => {
      const going = this.#blobs.whoGoes({ bytes, events: 0 }, by, Number.POSITIVE_INFINITY);
      return this.#lend(going ?? []);
    };
  }

  /** Rejects with a `DiskError` when the folder cannot be read. */
  static async open(options: BlobsOptions): Promise<KeptBlobs> {
    const blobs = new KeptBlobs(options);
    for (const { name, bytes } of await options.disk.list()) {
      const named = blobNamed(name);
      if (named !== undefined && named.bytes !== bytes)
        options.log.warn(`words: a file of ${named.bytes} bytes has ${bytes} now, and is let go`);
      if (named?.bytes === bytes && blobs.#blobs.get(named.sha256) === undefined)
        blobs.#blobs.add({ ...named, name, unnamedSince: undefined });
      else if (named !== undefined || name.endsWith(UNFINISHED)) await ignoring(options.disk.remove(name));
    }
    blobs.#moveAgain();
    const short = options.stock.short({ bytes: 0, events: 0 });
    const going = blobs.#blobs.whoGoes({ bytes: short.bytes, events: 0 }, undefined, Number.POSITIVE_INFINITY);
    for (const { sha256 } of going ?? []) void blobs.delete(sha256);
    return blobs;
  }

  /** What had no time to move in the last life: it is in the share of a phone that has nothing here which names it. */
  #moveAgain(): void {
    for (const blob of this.#blobs.all()) {
      const { bringers } = this.#options.naming(blob.sha256);
      if (blob.by.is === 'device' && bringers.length > 0 && !bringers.some((one) => isSame(one, blob.by)))
        this.#move(blob, bringers);
    }
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
    const all = this.#blobs.all();
    return { blobs: all.length, bytes: all.reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  receive(sha256: string, size: number | undefined, bytes: AsyncIterable<Uint8Array>, by: Bringer): Promise<Outcome> {
    return this.#during(this.#receive(sha256, size, bytes, by));
  }

  wouldTake(size: number, by: Bringer): Outcome {
    const claim = this.#claim(by);
    try {
      this.#raise(claim, size);
      return 'held';
    } catch (error) {
      if (error instanceof Stopped) return error.why;
      throw error;
    } finally {
      claim.end();
    }
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
    this.#blobs.remove(blob);
    await blob.moving;
    // One that cannot be removed is here again after the next start, and goes then.
    await ignoring(this.#options.disk.remove(blob.name));
  }

  /**
   * An event that `by` has brought names it no more. When nobody's does, whoever left it has time to put one that does: anybody may name
   * it, and take that back. When others' do, it is theirs from now on, or a stranger would keep it here at the cost of who left it.
   */
  letGo(sha256: string, by: Bringer): void {
    const blob = this.#blobs.get(sha256);
    if (blob === undefined) return;
    const { bringers } = this.#options.naming(sha256);
    if (bringers.length === 0) blob.unnamedSince = this.#options.lived();
    else if (isSame(blob.by, by) && !bringers.some((one) => isSame(one, blob.by)) && !this.#move(blob, bringers))
      void this.delete(sha256);
  }

  /** To be called once a minute: what no event names for a while goes. */
  async tick(): Promise<void> {
    const now = this.#options.lived();
    for (const blob of this.#blobs.all()) {
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
    const { disk, log } = this.#options;
    if (this.#isKnown(sha256)) return 'known';
    const claim = this.#claim(by);
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
    const going = this.#blobs.whoGoes(stock.short(load), by, seen);
    if (going === undefined) throw new Stopped('full');
    const loan = this.#lend(going);
    stock.add(load);
    let isThere = false;
    try {
      const name = blobName(named, randomBytes(4).toString('hex'));
      await this.#name(unfinished, name);
      isThere = !this.#isKnown(sha256);
      if (isThere) this.#blobs.add({ ...named, name, unnamedSince: undefined }, true);
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

  #claim(by: Bringer): Claim {
    return new Claim(this.#options.stock, by, (load) => this.#isRoomFor(load));
  }

  #raise(claim: Claim, total: number): void {
    if (this.#isStopped || !this.#options.isRoomy()) throw new Stopped('disk');
    if (total > this.#options.bytesAtMost) throw new Stopped('too-large');
    claim.raise(total);
  }

  /** As it is now; when all of it is here, that is asked again. */
  #isRoomFor(load: Load): boolean {
    const short = this.#options.stock.short(load);
    return short.bytes === 0 || this.#blobs.whoGoes(short, load.by, this.#options.lived()) !== undefined;
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

  async *#read(blob: Blob, from: number, to: number): AsyncGenerator<Uint8Array> {
    try {
      await blob.moving;
      yield* readBlob(this.#options.disk, blob, from, to);
    } catch (error) {
      // It is let go: other routers have it, or somebody leaves it once more.
      if (error instanceof Damaged && this.#blobs.isThere(blob)) {
        this.damaged += 1;
        this.#options.log.warn('words: a file has changed on the disk, and is let go');
        await this.delete(blob.sha256);
      }
      throw error;
    }
  }

  #lend(lent: readonly Blob[]): Loan {
    return this.#blobs.lend(lent, ({ sha256 }) => void this.delete(sha256));
  }

  /** False when none of them has room for it. */
  #move(blob: Blob, to: readonly Bringer[]): boolean {
    const isMoved = this.#blobs.move(blob, to);
    if (isMoved) blob.moving = this.#during((blob.moving ?? Promise.resolve()).then(() => this.#rename(blob)));
    return isMoved;
  }

  /** What does not get its new name has another bringer again at the next start, and then moves once more. */
  async #rename(blob: Blob): Promise<void> {
    const { disk } = this.#options;
    const name = blobName(blob, randomBytes(4).toString('hex'));
    try {
      await disk.rename(blob.name, name);
      blob.name = name;
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      // It may have done so all the same.
      const files = await disk.list().catch(() => []);
      if (files.some((one) => one.name === name)) blob.name = name;
    }
  }

  /** `stop` waits for it. */
  #during<T>(working: Promise<T>): Promise<T> {
    this.#working.add(working);
    return working.finally(() => this.#working.delete(working));
  }
}

const isSame = (a: Bringer, b: Bringer): boolean =>
  a.is === 'router' ? b.is === 'router' && a.id === b.id : b.is === 'device' && a.key === b.key;
