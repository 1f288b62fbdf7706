/** The surroundings of the app on this device: installation, newer versions, the screen, notices, other apps. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Arrivals, watchArrivals } from '../arrivals/arrivals.ts';
import type { LastRouter } from '../device/last-router.ts';
import { type SiteData, watchSiteData } from '../device/site-data.ts';
import type { Model } from '../model/model.ts';
import { isMoving, mayReload } from '../model/running.ts';
import { watchAddress, watchLastRouter } from './addresses.ts';
import type { Install } from './install.ts';
import { createNotices, type Notices } from './notices.ts';
import { watchRenewal } from './renewal.ts';
import { canKeepScreenOn, keepScreenOn } from './wake-lock.ts';

/** A second seam beside `Model`: what a screen needs to know about this device rather than about others in reach. */
export type Shell = {
  /** A newer version is here, and loading it now would do no harm. */
  readonly canRenew: ReadonlySignal<boolean>;
  /**
   * Loads the page again, with the newest version that is to be had. It does not if that was harmless when asked for,
   * and is no longer when the newer version is there.
   */
  renew(): void;
  /** Files are chosen and not sent, which only this page holds. The screen sets it. */
  readonly hasChosen: Signal<boolean>;
  /** Another page has loaded a newer version: this one must be reloaded before further use. */
  readonly isOutrun: ReadonlySignal<boolean>;
  readonly install: Install;
  readonly notices: Notices;
  /**
   * Where newcomers find this router: the address of this page, and on a secure page the plain one, because a device
   * that does not trust the router yet would only get a warning at the secure one.
   */
  readonly address: ReadonlySignal<string>;
  /** The last router that was reached, in this visit or an earlier one. */
  readonly lastRouter: ReadonlySignal<LastRouter | undefined>;
  readonly arrivals: Arrivals;
  /** What the browser stores for this page; `undefined` until that is known. */
  readonly siteData: ReadonlySignal<SiteData | undefined>;
  /** True when the screen stays on by itself during transfers; otherwise a person must keep it on. */
  readonly keepsScreenOn: boolean;
};

/** `install` listens before anything else begins. */
export function startShell(model: Model, install: Install): Shell {
  const renewal = watchRenewal(model.connection);
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
  const keepOn = keepScreenOn();
  effect(() => keepOn(isMoving(model.transfers.value)));
  return {
    canRenew: computed(() => renewal.hasNewer.value && isHarmless.value),
    renew: () => renewal.renew(() => isHarmless.peek()),
    hasChosen,
    isOutrun: renewal.isOutrun,
    install,
    notices: createNotices(),
    address: watchAddress(model),
    lastRouter: watchLastRouter(model),
    arrivals,
    siteData: watchSiteData(),
    keepsScreenOn: canKeepScreenOn(),
  };
}

/** True when another page may have something running of which this one does not know. */
function holdsEngine({ connection }: Model): boolean {
  return connection.value !== 'replaced' && connection.value !== 'outdated';
}
