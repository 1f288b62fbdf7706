/**
 * Small persistent stores over IndexedDB; the only file that imports idb-keyval. Runs in the page and in the worker. A
 * browser may refuse IndexedDB (private windows, a full disk, a damaged profile): that is a value here, never an
 * exception. Values are `unknown` when read: an older version of the app may have written them.
 */
import { createStore, entries, get, getMany, promisifyRequest, type UseStore } from 'idb-keyval';
import { endKeeping, hasEnded, whenEnded } from './ending.ts';
import { databaseOf, type StoreName } from './names.ts';

/** `full`: no room. `refused`: IndexedDB is missing, switched off, broken, or cannot store values of this kind. */
export type KeyvalFailure = 'full' | 'refused';
export type Kept<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: KeyvalFailure; readonly cause: unknown };

/** Changes that happen together or not at all; deletions come first. */
export type Change = {
  readonly put?: readonly (readonly [key: IDBValidKey, value: unknown])[];
  readonly delete?: readonly (IDBValidKey | IDBKeyRange)[];
};

export type Keyval = {
  /** `undefined` when there is no such key. */
  get(key: IDBValidKey): Promise<Kept<unknown>>;
  getMany(keys: readonly IDBValidKey[]): Promise<Kept<readonly unknown[]>>;
  /** All pairs, in the order of keys. */
  entries(): Promise<Kept<readonly (readonly [key: IDBValidKey, value: unknown])[]>>;
  /** Keys in order, without their values; all of them or those in `range`. */
  keys(range?: IDBKeyRange): Promise<Kept<readonly IDBValidKey[]>>;
  set(key: IDBValidKey, value: unknown): Promise<Kept<void>>;
  /** Replaces a value by what `next` makes of it, safe against other tabs. `next` must not throw. */
  update(key: IDBValidKey, next: (old: unknown) => unknown): Promise<Kept<void>>;
  /** Deleting what is not there is no error. */
  delete(key: IDBValidKey): Promise<Kept<void>>;
  change(change: Change): Promise<Kept<void>>;
};

/**
 * The store `name`, in its own database (idb-keyval cannot add a store to an existing one). `strict`: a write is on the
 * disk before it counts, and survives a battery that dies in the next moment; otherwise browsers may leave it to the
 * system for some seconds (Indexed Database API 3.0, section 2.7.1).
 */
export function keyval(name: StoreName, durability: IDBTransactionDurability = 'default'): Keyval {
  const store = untilTheEnd(createStore(databaseOf(name), name));
  const change = (wanted: Change) =>
    outcome(() =>
      written(store, durability, (objects) => {
        for (const key of wanted.delete ?? []) objects.delete(key);
        for (const [key, value] of wanted.put ?? []) objects.put(value, key);
      }),
    );
  return {
    get: (key) => outcome(() => get<unknown>(key, store)),
    getMany: (keys) => outcome(() => getMany<unknown>([...keys], store)),
    entries: () => outcome(() => entries<IDBValidKey, unknown>(store)),
    keys: (range) => outcome(() => store('readonly', (objects) => promisifyRequest(objects.getAllKeys(range)))),
    set: (key, value) => change({ put: [[key, value]] }),
    update: (key, next) =>
      outcome(() =>
        written(store, durability, (objects) => {
          const old = objects.get(key);
          old.onsuccess = () => objects.put(next(old.result), key);
        }),
      ),
    delete: (key) => change({ delete: [key] }),
    change,
  };
}

/**
 * The same store, which opens nothing once all data is to be deleted, and closes its connection then: a database is
 * deleted when its last connection is closed.
 */
function untilTheEnd(store: UseStore): UseStore {
  return async (mode, use) => {
    if (hasEnded()) throw new Error(FORGOTTEN);
    return store(mode, (objects) => {
      const { db } = objects.transaction;
      if (hasEnded()) {
        db.close(); // the end came while it was being opened
        throw new Error(FORGOTTEN);
      }
      if (db.onversionchange === null) {
        whenEnded(() => db.close());
        // Another page deletes the database; without BroadcastChannel this event is the only notice.
        db.onversionchange = ({ newVersion }) => {
          if (newVersion === null) endKeeping();
        };
      }
      return use(objects);
    });
  };
}

const FORGOTTEN = 'everything is being forgotten';

/**
 * Runs `fill` in one transaction and waits for its commit. idb-keyval's own writers settle on the first `error` event,
 * which bubbles before the transaction knows its reason, so a full disk would look like any other failure.
 */
function written(
  store: UseStore,
  durability: IDBTransactionDurability,
  fill: (objects: IDBObjectStore) => void,
): Promise<void> {
  // idb-keyval has no setting for durability: its own transaction only leads to the database.
  return store('readonly', ({ name, transaction: { db } }) => {
    const transaction = db.transaction(name, 'readwrite', { durability });
    return new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      try {
        fill(transaction.objectStore(name));
      } catch (error) {
        reject(error);
        transaction.abort(); // or the writes before the failed one would be committed
      }
    });
  });
}

async function outcome<T>(run: () => Promise<T>): Promise<Kept<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (cause) {
    const name = cause instanceof DOMException ? cause.name : '';
    // Also DataCloneError: private windows keep no Blobs (WebKit 156347) or no handles.
    return { ok: false, failure: name === 'QuotaExceededError' ? 'full' : 'refused', cause };
  }
}
