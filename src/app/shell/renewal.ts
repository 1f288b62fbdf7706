/** Newer versions of the app: if one is here, and how the page reloads with it. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { hasEnded } from '../../store/ending.ts';
import { serviceWorkers } from '../device/site-data.ts';
import type { Connection } from '../model/model.ts';
import type { Offline } from './offline.ts';

type Renewal = {
  /** A newer version is here. */
  readonly hasNewer: ReadonlySignal<boolean>;
  /** Another page has loaded a newer version: this one must be reloaded before further use. */
  readonly isOutrun: ReadonlySignal<boolean>;
  /**
   * Loads the page again, with the newest version that is to be had. It does not if that was harmless when asked for,
   * and is no longer when the newer version is there.
   */
  renew(isHarmless: () => boolean): void;
};

/** The service worker starts when the first screen is up. */
export function watchRenewal(connection: ReadonlySignal<Connection>): Renewal {
  const hasNewer = signal(false);
  const isOutrun = signal(false);
  const offline = keptOffline({
    waiting: () => {
      hasNewer.value = true;
    },
    outrun: () => {
      isOutrun.value = true;
    },
  });
  let wasOnline = false;
  effect(() => {
    if (connection.value !== 'online') return;
    // The first time the browser checks by itself. A router that was away may have got a new version.
    if (wasOnline) void offline.then((app) => app?.look());
    wasOnline = true;
  });
  return {
    hasNewer,
    isOutrun,
    renew(isHarmless) {
      // Where it was not harmless to begin with, the person has asked for it all the same: nothing else helps an outdated page.
      const wasHarmless = isHarmless();
      const may = () => !wasHarmless || isHarmless();
      void offline.then((app) => (app === undefined ? location.reload() : app.renew(may)));
    },
  };
}

/**
 * What keeps the app for times without a router; `undefined` when a browser, or a development server, has no service
 * worker.
 */
async function keptOffline(listener: {
  readonly waiting: () => void;
  readonly outrun: () => void;
}): Promise<Offline | undefined> {
  if (!import.meta.env.PROD || serviceWorkers() === undefined) return undefined;
  await whenLoaded();
  try {
    const { startOffline } = await import('./offline.ts');
    return hasEnded() ? undefined : await startOffline(listener);
  } catch {
    return undefined; // the router has gone away; the next visit tries again
  }
}

/** Waits for the page and all it needs, so that storing the app does not slow the first screen. */
function whenLoaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => addEventListener('load', () => resolve(), { once: true }));
}
