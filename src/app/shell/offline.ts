/** The page's end of the service worker; the only file that knows workbox-window. */
import { Workbox } from 'workbox-window';
import { WORKER_PATH } from '../../store/names.ts';

/** How long a new version may take to come from the router before the page is loaded again without it, in milliseconds. */
const PATIENCE_MS = 15_000;

type OfflineListener = {
  /** A newer version is complete and waits. */
  waiting(): void;
  /** A newer version has taken over: parts of this page's version that it has not loaded are gone. */
  outrun(): void;
};

export type Offline = {
  /** Asks the router whether it has a newer version. */
  look(): void;
  /** Loads the page again, with the newest version that is to be had, if `may` still says so when that is there. */
  renew(may: () => boolean): Promise<void>;
};

/** Registers the worker, which then keeps the app. Only secure contexts have `navigator.serviceWorker`. */
export function startOffline(listener: OfflineListener): Offline {
  // Below a path of a proxy there is none, and the app works without.
  const workbox = new Workbox(WORKER_PATH);
  workbox.addEventListener('waiting', () => listener.waiting());
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    if (isUpdate) listener.outrun();
  });
  // Where it cannot be registered (a certificate that the browser does not trust, private windows) the app works without.
  const registered = workbox.register({ immediate: true }).catch(() => undefined);
  return {
    look() {
      void registered.then((registration) => registration?.update()).catch(() => {}); // the router is away again
    },
    async renew(may) {
      const registration = await registered;
      if (registration) await Promise.race([takeOver(registration, may), after(PATIENCE_MS)]);
      // That took seconds, in which a person may have chosen files, or been offered some.
      if (may()) location.reload();
    },
  };

  async function takeOver(registration: ServiceWorkerRegistration, may: () => boolean): Promise<void> {
    await registration.update().catch(() => {}); // what waits already is better than nothing
    const next = registration.installing ?? registration.waiting;
    if (next === null || !(await isInstalled(next)) || !may()) return;
    const controlled = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
    workbox.messageSkipWaiting();
    await controlled;
  }
}

/** Waits for the end of the installation; whether it went well. */
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
