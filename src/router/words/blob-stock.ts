/** The files that are held, in memory: how much of them is whose, and which of them make room. Pure. */
import type { Bringer } from '../../words/holding.ts';
import type { Naming } from './api.ts';
import type { Named } from './blob-name.ts';
import { type Candidate, EVERYBODY_GOES, makeRoom } from './room.ts';
import { type Amount, type Loan, loadOfBlob, ownerOf, type Stock } from './stock.ts';

export type Blob = Omit<Named, 'by'> & {
  /** Whose share it is in. */
  by: Bringer;
  name: string;
  /** Since when no event names it. */
  unnamedSince: number | undefined;
  /** It is lent: it goes when what needs its room is written. Until then it is held, and does not count. */
  isLent?: boolean;
  /** It is given another name, with another bringer. */
  moving?: Promise<void>;
};

export class BlobStock {
  readonly #stock: Stock;
  readonly #naming: (sha256: string) => Naming;
  readonly #all = new Map<string, Blob>();

  constructor(stock: Stock, naming: (sha256: string) => Naming) {
    this.#stock = stock;
    this.#naming = naming;
  }

  get(sha256: string): Blob | undefined {
    return this.#all.get(sha256);
  }

  /** As they are now. */
  all(): readonly Blob[] {
    return [...this.#all.values()];
  }

  isThere(blob: Blob): boolean {
    return this.#all.get(blob.sha256) === blob;
  }

  /** `isCounted`: its load is in the stock already. */
  add(blob: Blob, isCounted = false): void {
    this.#all.set(blob.sha256, blob);
    if (!isCounted) this.#count(blob, 1);
  }

  remove(blob: Blob): void {
    this.#all.delete(blob.sha256);
    this.#count(blob, -1);
  }

  /** For what `by` brings, who had it first at `seen`; for nobody when it is `undefined`: then everybody makes room. */
  whoGoes(short: Amount, by: Bringer | undefined, seen: number): readonly Blob[] | undefined {
    const candidates = this.all().flatMap((blob): Candidate<Blob>[] => {
      if (blob.isLent === true) return [];
      const { isPinned, elsewhere } = this.#naming(blob.sha256);
      const standing = { isEnded: false, isPinned, elsewhere, seen: blob.seen };
      return [{ what: blob, owner: ownerOf(blob.by), bytes: blob.bytes, events: 0, ...standing }];
    });
    const comer = by ? { owner: ownerOf(by), isPinned: false, seen } : EVERYBODY_GOES;
    return makeRoom(candidates, comer, { short, most: this.#stock.most, has: (key) => this.#stock.of(key) });
  }

  /** `go`: called for those that go, when what needed their room is there. */
  lend(lent: readonly Blob[], go: (blob: Blob) => void): Loan {
    for (const blob of lent) {
      this.#count(blob, -1);
      blob.isLent = true;
    }
    const end = (isUsed: boolean): void => {
      for (const blob of lent) {
        if (!this.isThere(blob)) continue; // it has gone meanwhile
        blob.isLent = false;
        this.#count(blob, 1);
        if (isUsed) go(blob);
      }
    };
    return { end };
  }

  /** Into the share of one of them. False when none has room for it. */
  move(blob: Blob, to: readonly Bringer[]): boolean {
    this.#count(blob, -1);
    const by = to.find((one) => this.#stock.mayAdd(loadOfBlob(one, blob.bytes)));
    blob.by = by ?? blob.by;
    this.#count(blob, 1);
    return by !== undefined;
  }

  #count(blob: Blob, sign: 1 | -1): void {
    if (blob.isLent !== true) this.#stock.add(loadOfBlob(blob.by, blob.bytes), sign);
  }
}
