/**
 * Store in the origin private file system, one file for each pack, written through a synchronous access handle: the
 * fastest way, with flat memory, in every browser on a secure origin (Chrome 102, Firefox 111, Safari 15.2).
 */
import { PACKS_DIRECTORY } from '../../store/names.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { type Pack, type Store, StoreError, type StoreFailure } from './store.ts';

const SUFFIX = '.pack';

/** The store, or `undefined` where the browser has no OPFS or refuses it (no secure context, private window). */
export async function opfsStore(): Promise<Store | undefined> {
  // On plain HTTP `navigator.storage` is missing, which the types do not say.
  const storage: StorageManager | undefined = navigator.storage;
  if (storage?.getDirectory === undefined) return undefined;
  try {
    const root = await storage.getDirectory();
    return new OpfsStore(await root.getDirectoryHandle(PACKS_DIRECTORY, { create: true }));
  } catch {
    return undefined;
  }
}

class OpfsStore implements Store {
  readonly #directory: FileSystemDirectoryHandle;
  readonly #open = new Map<TransferKey, Pack>();
  /** The last closed pack that was read: opening a file costs a millisecond, and a pack may hold thousands. */
  #lastRead: { readonly key: TransferKey; readonly file: File } | undefined;

  constructor(directory: FileSystemDirectoryHandle) {
    this.#directory = directory;
  }

  open(key: TransferKey, bytes: number): Promise<Pack> {
    return classified(async () => {
      this.#lastRead = undefined;
      const file = await this.#directory.getFileHandle(fileName(key), { create: true });
      // Locks the file; rejects with NoModificationAllowedError while it is open here or in another tab.
      const access = await file.createSyncAccessHandle();
      try {
        probeRoom(access, bytes);
      } catch (error) {
        const isNew = access.getSize() === 0;
        access.close();
        if (isNew) await this.#directory.removeEntry(fileName(key));
        throw error;
      }
      const pack = new OpfsPack(access, () => this.#open.delete(key));
      this.#open.set(key, pack);
      return pack;
    });
  }

  read(key: TransferKey, start: number, end: number): Promise<Blob> {
    return classified(async () => {
      let file = this.#lastRead?.key === key ? this.#lastRead.file : undefined;
      if (file === undefined) {
        const handle = await this.#directory.getFileHandle(fileName(key));
        file = await handle.getFile();
        if (!this.#open.has(key)) this.#lastRead = { key, file };
      }
      if (file.size < end) throw new StoreError('storage-failed', 'bytes are missing');
      return file.slice(start, end);
    });
  }

  delete(key: TransferKey): Promise<void> {
    return classified(async () => {
      this.#lastRead = undefined;
      await this.#open.get(key)?.close();
      try {
        await this.#directory.removeEntry(fileName(key));
      } catch (error) {
        if (nameOf(error) !== 'NotFoundError') throw error;
      }
    });
  }

  keys(): Promise<readonly TransferKey[]> {
    return classified(async () => {
      const keys: TransferKey[] = [];
      for await (const name of this.#directory.keys()) {
        const key = keyOf(name);
        if (key !== undefined) keys.push(key);
        // Earlier versions of the app left trial files here.
        else await this.#directory.removeEntry(name).catch(() => undefined);
      }
      return keys;
    });
  }
}

class OpfsPack implements Pack {
  #access: FileSystemSyncAccessHandle | undefined;
  readonly #onClosed: () => void;

  constructor(access: FileSystemSyncAccessHandle, onClosed: () => void) {
    this.#access = access;
    this.#onClosed = onClosed;
  }

  write(position: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return classified(async () => {
      if (this.#access === undefined) throw new StoreError('storage-failed', 'the pack is closed');
      for (let done = 0; done < bytes.length; ) {
        const count = this.#access.write(bytes.subarray(done), { at: position + done });
        // A write may stop early at the end of the disk; the next one then writes nothing.
        if (count === 0) throw new StoreError('storage-full', 'nothing more was taken');
        done += count;
      }
    });
  }

  seal(): Promise<void> {
    return classified(async () => {
      // Safari before 16.4 and Chrome before 108 answer with promises here and in `close`.
      await this.#access?.flush();
      await this.close();
    });
  }

  async close(): Promise<void> {
    const access = this.#access;
    this.#access = undefined;
    await access?.close();
    this.#onClosed();
  }
}

/**
 * Notices a full disk before any byte is sent: grows the file to its final size, which checks the quota, and shrinks it
 * again at once, so that the file's size still says how much was stored.
 */
function probeRoom(access: FileSystemSyncAccessHandle, bytes: number): void {
  const size = access.getSize();
  if (bytes <= size) return;
  try {
    access.truncate(bytes);
  } catch (error) {
    if (failureOf(error) === 'storage-full') throw error;
    return; // unknown here; a write that finds no room will say so
  }
  access.truncate(size);
}

/** Keys are base64url with hyphens; anything else is escaped, so a key can never be a path. */
function fileName(key: TransferKey): string {
  const escaped = encodeURIComponent(key).replace(
    /[!~*'().]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `${escaped}${SUFFIX}`;
}

function keyOf(name: string): TransferKey | undefined {
  // The cast is safe: only `fileName` makes names with this ending here.
  return name.endsWith(SUFFIX) ? (decodeURIComponent(name.slice(0, -SUFFIX.length)) as TransferKey) : undefined;
}

async function classified<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof StoreError ? error : new StoreError(failureOf(error), error);
  }
}

/** Firefox (153) uses the second name, in an exception that is no DOMException, when a file cannot grow. */
const FULL = ['QuotaExceededError', 'NS_ERROR_FILE_NO_DEVICE_SPACE'];

function failureOf(error: unknown): StoreFailure {
  return FULL.includes(nameOf(error)) ? 'storage-full' : 'storage-failed';
}

function nameOf(error: unknown): string {
  const isNamed = typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string';
  return isNamed ? String(error.name) : '';
}
