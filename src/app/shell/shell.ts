/** What surrounds the app on this device: its installation, newer versions, the screen, notices, other apps. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { hasEnded } from '../../store/ending.ts';
import { type Arrivals, watchArrivals } from '../arrivals/arrivals.ts';
import { keepLastRouter, type LastRouter, lastRouter } from '../device/last-router.ts';
import { type SiteData, serviceWorkers, watchSiteData } from '../device/site-data.ts';
import type { Model } from '../model/model.ts';
import { isMoving, mayReload } from '../model/running.ts';
import type { Install } from './install.ts';
import { createNotices, type Notices } from './notices.ts';
import type { Offline } from './offline.ts';
import { askRouter } from './secure-way.ts';
import { canKeepScreenOn, keepScreenOn } from './wake-lock.ts';

/** A second seam beside `Model`: what a screen needs to know of the device rather than of the others in reach. */
export type Shell = {
  /** A newer version is here, and loading it now would harm nothing. */
  readonly canRenew: ReadonlySignal<boolean>;
  /**
   * Loads the page again, with the newest version that is to be had. It does not if that was harmless when asked for,
   * and is no longer when the newer version is there.
   */
  renew(): void;
  /** Files are chosen and not sent, which only this page holds. The screen says so. */
  readonly hasChosen: Signal<boolean>;
  /** Another page has brought a newer version: this one must be loaded again before it is used. */
  readonly isOutrun: ReadonlySignal<boolean>;
  readonly install: Install;
  readonly notices: Notices;
  /**
   * Where newcomers find this router: the address of this page, and on a secure page the plain one, because a device that does
   * not trust the router yet is only warned at the secure one.
   */
  readonly address: ReadonlySignal<string>;
  /** The router that was reached last, in this visit or an earlier one. */
  readonly lastRouter: ReadonlySignal<LastRouter | undefined>;
  readonly arrivals: Arrivals;
  /** Whether the browser keeps anything for this page; `undefined` until that is known. */
  readonly siteData: ReadonlySignal<SiteData | undefined>;
  /** Whether the screen stays on by itself while something is on its way; else a person has to see to it. */
  readonly keepsScreenOn: boolean;
};

/** `install` listens before anything else begins. The service worker follows when the first screen is up. */
export function startShell(model: Model, install: Install): Shell {
  const hasNewer = signal(false);
  const isOutrun = signal(false);
  const last = signal<LastRouter | undefined>(undefined);

  let offline: Promise<Offline | undefined> = Promise.resolve(undefined);
  const listener = {
    waiting: () => {
      hasNewer.value = true;
    },
    outrun: () => {
      isOutrun.value = true;
    },
  };
  // A development server has no built worker.
  if (import.meta.env.PROD && serviceWorkers() !== undefined)
    offline = whenLoaded()
      .then(() => import('./offline.ts'))
      .then(({ startOffline }) => (hasEnded() ? undefined : startOffline(listener)))
      .catch(() => undefined); // the router went away meanwhile; the next visit tries again

  void lastRouter().then((known) => {
    last.value ??= known;
  });
  const keepOn = keepScreenOn();
  effect(() => keepOn(isMoving(model.transfers.value)));
  effect(() => {
    const router = model.router.value;
    if (router === undefined) return;
    const reached = { name: router.name, address: location.origin };
    last.value = reached;
    void keepLastRouter(reached);
  });
  let wasOnline = false;
  effect(() => {
    if (model.connection.value !== 'online') return;
    // The first time the browser looks by itself. A router that was away may have been given a new version.
    if (wasOnline) void offline.then((app) => app?.look());
    wasOnline = true;
  });

  const address = signal(location.origin);
  effect(() => {
    if (location.protocol !== 'https:' || model.connection.value !== 'online') return;
    void askRouter().then((router) => {
      if (router !== undefined) address.value = new URL(router.plain).origin;
    });
  });

  const hasChosen = signal(false);
  const arrivals = watchArrivals();
  const isHarmless = computed(
    () =>
      !hasChosen.value &&
      arrivals.waiting.value.length === 0 &&
      arrivals.shares.value.length === 0 &&
      holdsEngine(model) &&
      mayReload(model.offers.value, model.transfers.value),
  );

  return {
    canRenew: computed(() => hasNewer.value && isHarmless.value),
    renew() {
      // A page that cannot go on as it is has a harm of its own, which only this mends.
      const wasHarmless = isHarmless.peek();
      const may = () => !wasHarmless || isHarmless.peek();
      void offline.then((app) => (app === undefined ? location.reload() : app.renew(may)));
    },
    hasChosen,
    isOutrun,
    install,
    notices: createNotices(),
    address,
    lastRouter: last,
    arrivals,
    siteData: watchSiteData(),
    keepsScreenOn: canKeepScreenOn(),
  };
}

/** Another page of this device may have something running that this one does not know of. */
function holdsEngine({ connection }: Model): boolean {
  return connection.value !== 'replaced' && connection.value !== 'outdated';
}

/** After the page and what it needs, so that keeping the app does not slow its first showing. */
function whenLoaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => addEventListener('load', () => resolve(), { once: true }));
}
