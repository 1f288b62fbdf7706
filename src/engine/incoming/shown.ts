/** What a screen shows of one incoming transfer and the machine's state does not hold. Its files are those on offer, then the accepted ones. */
import type { ManifestEntry } from '../../protocol/peer.ts';
import { type Contents, contentsOf, title } from '../../transfer/contents.ts';
import { totalBytes } from '../../transfer/manifest.ts';
import type { Path } from '../../transfer/view.ts';

export class Shown {
  /** Which way the link goes, or the last one went. */
  path: Path | undefined;
  /** The file at which its sender failed last, by its path. */
  failedOn: string | undefined;
  storedBytes = 0;
  #entries: readonly ManifestEntry[] = [];
  /** Of an offer that came to nothing only the number is kept. */
  #count = 0;
  /** Kept, because a screen wants it again with every step, and it takes a look at every entry. */
  #title = '';
  #contents: Contents = 'named';
  #totalBytes: number;

  /** `totalBytes`: as announced, before any file is known. */
  constructor(totalBytes: number) {
    this.#totalBytes = totalBytes;
  }

  get entries(): readonly ManifestEntry[] {
    return this.#entries;
  }

  /** How many files there are. */
  get count(): number {
    return this.#count;
  }

  get title(): string {
    return this.#title;
  }

  get contents(): Contents {
    return this.#contents;
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
  }

  /** The list of what nobody wanted may be long, and the line that says so stays for a while. */
  dropList(): void {
    this.#entries = [];
  }
}
