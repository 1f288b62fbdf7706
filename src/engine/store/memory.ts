/**
 * Store in memory, for browsers that keep nothing: its content is lost with the page. Also the double of the others in
 * tests.
 */
import type { TransferKey } from '../../transfer/view.ts';
import { covered, overlapping, replaceSpans, type Span } from './spans.ts';
import { isZipKey, type Pack, type Store, StoreError, type StoreFailure } from './store.ts';

/** Only the first `used` of `bytes` count. */
type Content = { bytes: Uint8Array<ArrayBuffer>; used: number; readonly spans: Span[]; isOpen: boolean };

export class MemoryStore implements Store {
  /** Most bytes of all packs together. Zips come on top: each is as large as its files, which are counted. */
  capacityBytes: number;
  readonly #whenOver: StoreFailure;
  readonly #packs = new Map<TransferKey, Content>();

  constructor(capacityBytes = Number.POSITIVE_INFINITY, whenOver: StoreFailure = 'storage-full') {
    this.capacityBytes = capacityBytes;
    this.#whenOver = whenOver;
  }

  async open(key: TransferKey, bytes: number): Promise<Pack> {
    const content = this.#packs.get(key) ?? { bytes: new Uint8Array(0), used: 0, spans: [], isOpen: false };
    if (content.isOpen) throw new StoreError('storage-failed', 'the pack is open already');
    this.#demandRoom(key, bytes - content.used);
    this.#packs.set(key, content);
    content.isOpen = true;
    let isClosed = false;
    const close = async () => {
      if (!isClosed) content.isOpen = false;
      isClosed = true;
    };
    const write = async (position: number, written: Uint8Array<ArrayBuffer>) => {
      if (isClosed || this.#packs.get(key) !== content) throw new StoreError('storage-failed', 'the pack is closed');
      this.#store(key, content, position, written);
    };
    return { write, seal: close, close };
  }

  async read(key: TransferKey, start: number, end: number): Promise<Blob> {
    const content = this.#packs.get(key);
    if (content === undefined || !covered(content.spans, start, end))
      throw new StoreError('storage-failed', 'bytes are missing');
    return new Blob([content.bytes.subarray(start, end)]);
  }

  async delete(key: TransferKey): Promise<void> {
    this.#packs.delete(key);
  }

  async keys(): Promise<readonly TransferKey[]> {
    return [...this.#packs.keys()];
  }

  #store(key: TransferKey, content: Content, position: number, written: Uint8Array<ArrayBuffer>): void {
    if (written.length === 0) return;
    const end = position + written.length;
    if (end > content.used) {
      this.#demandRoom(key, end - content.used);
      content.used = end;
    }
    if (end > content.bytes.length) {
      // Doubled, so that many small writes do not copy everything each time.
      const grown = new Uint8Array(Math.max(end, Math.min(2 * content.bytes.length, this.capacityBytes)));
      grown.set(content.bytes);
      content.bytes = grown;
    }
    content.bytes.set(written, position);
    const touched = overlapping(content.spans, position, end);
    const from = Math.min(position, touched[0]?.position ?? position);
    const to = touched.reduce((most, span) => Math.max(most, span.position + span.length), end);
    replaceSpans(content.spans, [{ position: from, length: to - from }]);
  }

  #demandRoom(key: TransferKey, bytes: number): void {
    if (isZipKey(key)) return;
    let used = 0;
    for (const [other, content] of this.#packs) if (!isZipKey(other)) used += content.used;
    if (bytes > 0 && used + bytes > this.capacityBytes) throw new StoreError(this.#whenOver, 'over capacity');
  }
}
