/** The files of received transfers: reading them back for the page and for later transfers, and freeing them. */
import type { Failure } from '../protocol/failure.ts';
import type { ManifestEntry } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import { packPositions } from '../transfer/manifest.ts';
import type { TransferKey } from '../transfer/view.ts';
import type { EngineMessage, FilesMessage } from './api/api.ts';
import { failureIn } from './blocks/failing.ts';
import type { Incoming } from './incoming/incoming.ts';
import type { IncomingStoragePorts, KnownCopy } from './incoming/incoming-storage.ts';
import { type Store, StoreError } from './store/store.ts';
import type { Transfers } from './transfers.ts';
import { type MakeZip, Zips } from './zips.ts';

/**
 * How long a download may take to read from the storage, in milliseconds: a person may be asked first, and cards are
 * slow.
 */
const DOWNLOAD_ASK_MS = 60_000;
const DOWNLOAD_BYTES_PER_MS = 4_000;
const MAX_DOWNLOAD_MS = 10 * 60 * 1000;
/** How often a forgotten transfer is checked for readers, in milliseconds. */
const LOOK_MS = 5_000;

const nothingSaved = () => new StoreError('storage-failed', new Error('no such file is saved'));

export type SavedFilesPorts = {
  readonly store: Store;
  readonly post: (message: EngineMessage) => void;
  /** Milliseconds on a monotonic clock. */
  readonly elapsed: () => number;
  readonly schedule: (task: () => void, ms: number) => () => void;
  readonly zip: MakeZip;
};

export class SavedFiles {
  readonly #transfers: Transfers;
  readonly #ports: SavedFilesPorts;
  /** When bytes of a received transfer were last handed to the page: a download may still be reading them. */
  readonly #readAt = new Map<TransferKey, number>();
  readonly #zips: Zips;

  constructor(transfers: Transfers, ports: SavedFilesPorts) {
    this.#transfers = transfers;
    this.#ports = ports;
    this.#zips = new Zips(ports.zip);
  }

  receive(message: FilesMessage): void {
    switch (message.type) {
      case 'list':
        this.#ports.post({ type: 'listing', request: message.request, entries: this.#entries(message.key) });
        return;
      case 'read':
        void this.#read(message);
        return;
      case 'stop-reading':
        this.#zips.leave(message.request);
        return;
    }
  }

  async #read(message: Extract<FilesMessage, { readonly type: 'read' }>): Promise<void> {
    const { request, key, what, isGlance = false } = message;
    const entries = this.#entries(key);
    const reply = (blob: Blob | Failure) => this.#ports.post({ type: 'blob', request, blob });
    try {
      reply(what === 'zip' ? await this.#zip(key, entries, request) : await this.#readFile(key, entries, what));
      if (!isGlance) this.#readAt.set(key, this.#ports.elapsed());
    } catch (error) {
      reply(failureIn(error));
    }
  }

  /** Forgets `incoming` for good, and frees its storage when nothing reads it any more. */
  async forget(incoming: Incoming): Promise<void> {
    try {
      await incoming.forget();
      this.#freeWhenUnused(incoming);
    } catch {
      // The next visit finds what cannot be freed now, as an orphan.
    }
  }

  /** Finds, among files from the same sender, one with the same path, size and date. */
  knownCopies(peer: DeviceId): ReturnType<IncomingStoragePorts['knownCopies']> {
    const nameOf = ({ path, size, modified }: ManifestEntry) => JSON.stringify([path, size, modified]);
    const found = new Map<string, { readonly incoming: Incoming; readonly at: number; readonly start: number }>();
    for (const incoming of this.#transfers.from(peer)) {
      const positions = packPositions(incoming.savedEntries);
      for (const [at, entry] of incoming.savedEntries.entries())
        if (entry.size > 0) found.set(nameOf(entry), { incoming, at, start: positions[at] ?? 0 });
    }
    return (entry) => {
      const copy = found.get(nameOf(entry));
      return copy && this.#copy(copy.incoming, copy.at, copy.start);
    };
  }

  /** File number `at` of `incoming`, which begins at `start` of its pack. */
  async #copy(incoming: Incoming, at: number, start: number): Promise<KnownCopy | undefined> {
    const read = (from: number, to: number) => this.#ports.store.read(incoming.key, start + from, start + to);
    try {
      return { key: incoming.key, root: await incoming.savedRoot(at), read };
    } catch {
      return undefined; // its digests were lost, so it is received again
    }
  }

  #entries(key: TransferKey): readonly ManifestEntry[] {
    return this.#transfers.incoming.get(key)?.savedEntries ?? [];
  }

  /** Frees the storage of a forgotten transfer, once no download and no other transfer reads it. */
  #freeWhenUnused(incoming: Incoming): void {
    // The same transfer was offered again and accepted: the stored bytes belong to it again.
    if (this.#transfers.incoming.has(incoming.key)) return;
    const readAt = this.#readAt.get(incoming.key);
    const bytes = incoming.view()?.totalBytes ?? 0;
    const downloadMs = Math.min(MAX_DOWNLOAD_MS, DOWNLOAD_ASK_MS + bytes / DOWNLOAD_BYTES_PER_MS);
    const isRead = readAt !== undefined && this.#ports.elapsed() - readAt < downloadMs;
    const isNeeded = [...this.#transfers.incoming.values()].some((other) => other.needs(incoming.key));
    if (isRead || isNeeded) this.#ports.schedule(() => this.#freeWhenUnused(incoming), LOOK_MS);
    else {
      this.#zips.forget(incoming.key);
      this.#readAt.delete(incoming.key);
      incoming.free().catch(() => {}); // an orphan on the next visit
    }
  }

  /** True if `key` names a zip that may be in use. */
  isZip(key: TransferKey): boolean {
    return this.#zips.has(key);
  }

  async #zip(key: TransferKey, entries: readonly ManifestEntry[], request: number): Promise<Blob> {
    if (entries.length === 0) throw nothingSaved();
    return this.#zips.get(key, entries, request);
  }

  async #readFile(key: TransferKey, entries: readonly ManifestEntry[], index: number): Promise<Blob> {
    const entry = entries[index];
    // Deleted meanwhile: an empty file under its name would look real.
    if (!entry) throw nothingSaved();
    const start = packPositions(entries)[index] ?? 0;
    return this.#ports.store.read(key, start, start + entry.size);
  }
}
