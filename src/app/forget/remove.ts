/**
 * Removes this app's data from the browser, place by place, and nothing of other apps of the origin. Performs
 * `plan.ts`.
 */
import { PACKS_DIRECTORY, WORKER_PATH } from '../../store/names.ts';
import { serviceWorkers } from '../device/site-data.ts';
import { type Effects, isOwnCache, ownDatabases, ownTexts, PATIENCE_MS } from './plan.ts';

/** Pause between two tries to remove the files, in milliseconds. */
const RETRY_MS = 100;

export const effects: Effects = {
  async databases() {
    // Chromium 71, Safari 14, Firefox 126; the types know no older ones.
    const listed: typeof indexedDB.databases | undefined = indexedDB.databases;
    const names = ownDatabases(await listed?.call(indexedDB));
    await Promise.all(names.map(deleteDatabase));
  },

  async worker() {
    for (const registration of (await serviceWorkers()?.getRegistrations()) ?? []) {
      const worker = registration.active ?? registration.waiting ?? registration.installing;
      if (worker === null || new URL(worker.scriptURL).pathname !== WORKER_PATH) continue;
      for (const notice of await noticesOf(registration)) notice.close(); // they name people and files
      if (!(await registration.unregister())) throw new Error('the service worker stays');
    }
  },

  async texts() {
    for (const texts of [localStorage, sessionStorage])
      for (const key of ownTexts(Object.keys(texts))) texts.removeItem(key);
  },

  async files() {
    // On plain HTTP `navigator.storage` is missing, which the types do not say.
    const storage: StorageManager | undefined = navigator.storage;
    // A browser that refuses the directory (private windows) has none with files of ours in it.
    const root = await storage?.getDirectory?.().catch(() => undefined);
    if (root === undefined) return;
    const end = performance.now() + PATIENCE_MS;
    while (!(await isDirectoryGone(root))) {
      if (performance.now() > end) throw new Error('the files stay');
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  },

  async caches() {
    const storage: CacheStorage | undefined = globalThis.caches;
    const names = (await storage?.keys()) ?? [];
    await Promise.all(names.filter((name) => isOwnCache(name, location.origin)).map((name) => storage?.delete(name)));
  },
};

/** None where there are no notices (Safari before 16.4, which the types do not know). */
async function noticesOf(registration: ServiceWorkerRegistration): Promise<readonly Notification[]> {
  const ask: ServiceWorkerRegistration['getNotifications'] | undefined = registration.getNotifications;
  return (await ask?.call(registration).catch(() => undefined)) ?? [];
}

/** Waits while another page has the database open, and is done when that page goes. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** False while a worker that was just ended still has one of its files open. */
async function isDirectoryGone(root: FileSystemDirectoryHandle): Promise<boolean> {
  try {
    await root.removeEntry(PACKS_DIRECTORY, { recursive: true });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotFoundError';
  }
}
