/**
 * Tells the engine if IndexedDB keeps Blobs here, which only a page can find out: private windows of Safari 16 (seen in
 * WebKit 2.38) refuse them from a page and take them from a worker, where they read back until the collector takes the Blob
 * that was stored, and never again (WebKit 156347).
 *
 * It imports nothing: what late code shares with the first load makes the first load larger.
 */

const TRIAL = 'hikyaku-trial';

export function tryBlobs(answer: MessagePort): void {
  const opening = indexedDB.open(TRIAL);
  const told = (keepsBlobs: boolean) => {
    answer.postMessage(keepsBlobs);
    opening.result.close();
    indexedDB.deleteDatabase(TRIAL);
  };
  opening.onerror = () => answer.postMessage(true); // another fault: the engine finds it by itself
  opening.onupgradeneeded = () => opening.result.createObjectStore(TRIAL);
  opening.onsuccess = () => {
    const trial = opening.result.transaction(TRIAL, 'readwrite');
    try {
      trial.objectStore(TRIAL).put(new Blob(['1']), TRIAL);
      trial.oncomplete = () => told(true);
      trial.onabort = () => told(true); // the same
    } catch {
      told(false);
    }
  };
}
