/**
 * What a browser may refuse to a site: to keep data, to hear its other pages, to have a service worker. With cookies blocked,
 * in some private windows and in damaged profiles the mere touch of these throws (`new BroadcastChannel` in Firefox,
 * `localStorage` in Chromium), or what was asked is never answered (idb-keyval#120). That is expected here and, for
 * IndexedDB itself, in `src/store/keyval.ts`; nowhere else does the page touch them.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { hasEnded } from '../../store/ending.ts';
import { keyval } from '../../store/keyval.ts';

/** `refused`: nothing is kept here. `silent`: the storage does not answer; what it holds may be there at another visit. */
export type SiteData = 'kept' | 'refused' | 'silent';

/** How long the storage may take to answer before the page goes on without it, in milliseconds. */
export const PATIENCE_MS = 3_000;

const settings = keyval('settings');

/** Tries to keep something. `undefined` until that is known. */
export function watchSiteData(): ReadonlySignal<SiteData | undefined> {
  const found = signal<SiteData | undefined>(undefined);
  const trial = settings.set('trial', true);
  void answered(trial).then((kept) => {
    if (kept === undefined) found.value = 'silent';
    void trial.then((late) => {
      // A full disk has words of its own, where somebody wants to store something.
      found.value = !late.ok && late.failure === 'refused' ? 'refused' : 'kept';
    });
  });
  return found;
}

/** What is asked of the storage, or nothing when it takes too long. */
export function answered<T>(asked: Promise<T>): Promise<T | undefined> {
  return Promise.race([asked, new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

function tried<T>(touch: () => T): T | undefined {
  try {
    return touch();
  } catch {
    return undefined; // a SecurityError
  }
}

/** Leads to the other pages of this origin, where the browser lets it. Safari has it since 15.4. */
export function openChannel(name: string): BroadcastChannel | undefined {
  return typeof BroadcastChannel === 'function' ? tried(() => new BroadcastChannel(name)) : undefined;
}

/** A short text kept across visits; empty where there is none. */
export const recall = (key: string): string => tried(() => localStorage.getItem(key)) ?? '';

export function remember(key: string, text: string): void {
  if (!hasEnded()) tried(() => localStorage.setItem(key, text));
}

/** On secure addresses only. */
export const serviceWorkers = (): ServiceWorkerContainer | undefined => tried(() => navigator.serviceWorker);
