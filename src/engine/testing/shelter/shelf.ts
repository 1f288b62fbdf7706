/**
 * The storage of one device: it outlives the pages, gets full, fails, and loses data. Reads complete in the same turn.
 */
import type { TransferKey } from '../../../transfer/view.ts';
import { type Pack, type Store, StoreError } from '../../store/store.ts';
import type { Rules } from './rules.ts';

type Content = { bytes: Uint8Array<ArrayBuffer>; used: number; isOpen: boolean };

export class Shelf {
  state: 'good' | 'full' | 'failing' = 'good';
  readonly #packs = new Map<TransferKey, Content>();
  readonly #check: (rule: (rules: Rules) => void) => void;

  /** `check` gets the rules that apply to each write. */
  constructor(check: (rule: (rules: Rules) => void) => void) {
    this.#check = check;
  }

  /** The storage as one page sees it; once that `isGone`, its pending calls have no effect. */
  of(page: { readonly isGone: boolean }): Store {
    const never = new Promise<never>(() => {});
    const mortal = async <T>(run: () => T): Promise<T> => {
      if (page.isGone) return never;
      if (this.state === 'failing') throw new StoreError('storage-failed', 'a test');
      return run();
    };
    return {
      open: (key, bytes) => mortal(() => this.#open(key, bytes, mortal)),
      read: (key, start, end) => mortal(() => this.#read(key, start, end)),
      delete: (key) => mortal(() => void this.#packs.delete(key)),
      keys: () => mortal(() => [...this.#packs.keys()]),
    };
  }

  /** The page is gone: its packs are closed. */
  abandon(): void {
    for (const content of this.#packs.values()) content.isOpen = false;
  }

  /** Changes the byte at `position`. */
  damage(key: TransferKey, position: number): void {
    const { bytes } = this.#packs.get(key) ?? { bytes: new Uint8Array(0) };
    bytes[position] = (bytes[position] ?? 0) ^ 0x5a;
  }

  /** All stored bytes of `key`. */
  content(key: TransferKey): Uint8Array {
    const { bytes, used } = this.#packs.get(key) ?? { bytes: new Uint8Array(0), used: 0 };
    return bytes.subarray(0, used);
  }

  #open(key: TransferKey, bytes: number, mortal: <T>(run: () => T) => Promise<T>): Pack {
    this.#check((rules) => rules.opened(key));
    const content = this.#packs.get(key) ?? { bytes: new Uint8Array(bytes), used: 0, isOpen: false };
    if (content.isOpen) throw new StoreError('storage-failed', 'the pack is open already');
    if (this.state === 'full' && content.used < bytes) throw new StoreError('storage-full', 'a test');
    content.isOpen = true;
    this.#packs.set(key, content);
    let isClosed = false;
    let end: number | undefined;
    const close = () => {
      if (!isClosed) content.isOpen = false;
      isClosed = true;
    };
    const write = (position: number, written: Uint8Array) => {
      if (isClosed) throw new StoreError('storage-failed', 'the pack is closed');
      if (this.state === 'full') throw new StoreError('storage-full', 'a test');
      content.bytes.set(written, position);
      content.used = Math.max(content.used, position + written.length);
      const before = end;
      end = position + written.length;
      this.#check((rules) => rules.wrote(key, position, written, before));
    };
    return {
      write: (position, written) => mortal(() => write(position, written)),
      seal: () => mortal(close),
      close: async () => close(),
    };
  }

  #read(key: TransferKey, start: number, end: number): Blob {
    const content = this.#packs.get(key);
    if (!content || end > content.used) throw new StoreError('storage-failed', 'bytes are missing');
    return Object.assign(new Blob(), { arrayBuffer: async () => content.bytes.slice(start, end).buffer });
  }
}
