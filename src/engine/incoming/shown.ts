/**
 * What a screen shows of one incoming transfer beyond the machine's state. Its files are those on offer, later the
 * accepted ones.
 */
import type { ManifestEntry } from '../../protocol/peer.ts';
import { type Contents, contentsOf, type Dates, datesOf, title } from '../../transfer/contents.ts';
import { totalBytes } from '../../transfer/manifest.ts';
import type { Path } from '../../transfer/view.ts';

export class Shown {
  /** The path of the current link, or of the last one. */
  path: Path | undefined;
  /** The path of the last file at which its sender failed. */
  failedOn: string | undefined;
  storedBytes = 0;
  #entries: readonly ManifestEntry[] = [];
  /** Of an offer that came to nothing only the number of files is kept. */
  #count = 0;
  /** Cached: a screen wants it with every step, and computing it looks at every entry. */
  #title = '';
  #contents: Contents = 'named';
  #dates: Dates | undefined;
  #totalBytes: number;

  /** `totalBytes`: from the offer, before any file is known. */
  constructor(totalBytes: number) {
    this.#totalBytes = totalBytes;
  }

  get entries(): readonly ManifestEntry[] {
    return this.#entries;
  }

  /** The number of files. */
  get count(): number {
    return this.#count;
  }

  get title(): string {
    return this.#title;
  }

  get contents(): Contents {
    return this.#contents;
  }

  get dates(): Dates | undefined {
    return this.#dates;
  }

  get totalBytes(): number {
    return this.#totalBytes;
  }

  show(entries: readonly ManifestEntry[]): void {
    if (entries === this.#entries) return;
    this.#entries = entries;
    this.#count = entries.length;
    this.#totalBytes = totalBytes(entries);
    this.#title = title(entries);
    this.#contents = contentsOf(entries);
    this.#dates = datesOf(entries);
  }

  /** Drops the list of a refused offer, which may be long, while the row that reports it stays for a while. */
  dropList(): void {
    this.#entries = [];
  }
}
