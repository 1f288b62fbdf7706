/** What surrounds the app on this device: its installation, newer versions, the screen, notices, other apps. */
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

/** Another page of this device may have something running that this one does not know of. */
function holdsEngine({ connection }: Model): boolean {
  return connection.value !== 'replaced' && connection.value !== 'outdated';
}
