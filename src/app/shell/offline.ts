/** The page's end of the service worker; the only file that knows workbox-window. */
import { Workbox } from 'workbox-window';
import { WORKER_PATH } from '../../store/names.ts';

/** How long loading a new version may take before the page reloads without it, in milliseconds. */
const PATIENCE_MS = 15_000;

type OfflineListener = {
  /** A newer version is complete and waits. */
  waiting(): void;
  /** A newer version has taken over: parts of this page's version that were not loaded yet are gone. */
  outrun(): void;
};

export type Offline = {
  /** Asks the router for a newer version. */
  look(): void;
  /** Reloads the page with the newest available version, if `may` still allows it when that is ready. */
  renew(may: () => boolean): Promise<void>;
};

/** Registers the worker, which then keeps the app. Only secure contexts have `navigator.serviceWorker`. */
export function startOffline(listener: OfflineListener): Offline {
  // Behind a proxy's path there is no worker, and the app works without.
  const workbox = new Workbox(WORKER_PATH);
  workbox.addEventListener('waiting', () => listener.waiting());
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    if (isUpdate) listener.outrun();
  });
  // When registration fails (an untrusted certificate, private windows) the app works without.
  const registered = workbox.register({ immediate: true }).catch(() => undefined);
  return {
    look() {
      void registered.then((registration) => registration?.update()).catch(() => {}); // the router is away again
    },
    async renew(may) {
      const registration = await registered;
      if (registration) await Promise.race([takeOver(registration, may), after(PATIENCE_MS)]);
      // This took seconds, in which a person may have chosen files or got an offer.
      if (may()) location.reload();
    },
  };

  async function takeOver(registration: ServiceWorkerRegistration, may: () => boolean): Promise<void> {
    await registration.update().catch(() => {}); // a version that already waits is better than nothing
    const next = registration.installing ?? registration.waiting;
    if (next === null || !(await isInstalled(next)) || !may()) return;
    const controlled = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
    workbox.messageSkipWaiting();
    await controlled;
  }
}

/** Waits for the end of the installation; resolves with true when it went well. */
function isInstalled(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'redundant') resolve(false);
      else if (worker.state !== 'parsed' && worker.state !== 'installing') resolve(true);
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
