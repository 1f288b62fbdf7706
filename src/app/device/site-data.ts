/**
 * What a browser may refuse to a site: storing data, reaching its other pages, a service worker. With cookies blocked,
 * in some private windows and in damaged profiles merely touching these throws (`new BroadcastChannel` in Firefox,
 * `localStorage` in Chromium), or a request is never answered (idb-keyval#120). That is expected here and, for
 * IndexedDB itself, in `src/store/keyval.ts`; the page touches them nowhere else.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { hasEnded } from '../../store/ending.ts';
import { keyval } from '../../store/keyval.ts';

/**
 * `refused`: nothing is stored here. `silent`: the storage does not answer; its content may be back at another visit.
 */
export type SiteData = 'kept' | 'refused' | 'silent';

/** How long the storage may take to answer before the page goes on without it, in milliseconds. */
export const PATIENCE_MS = 3_000;

const settings = keyval('settings');

/** Tries to store something. `undefined` until the result is known. */
export function watchSiteData(): ReadonlySignal<SiteData | undefined> {
  const found = signal<SiteData | undefined>(undefined);
  const trial = settings.set('trial', true);
  void answered(trial).then((kept) => {
    if (kept === undefined) found.value = 'silent';
    void trial.then((late) => {
      // A full disk is reported where somebody wants to store something.
      found.value = !late.ok && late.failure === 'refused' ? 'refused' : 'kept';
    });
  });
  return found;
}

/** The storage's answer, or `undefined` when it takes too long. */
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

/** Connects to the other pages of this origin, if the browser allows it. Safari has had it since 15.4. */
export function openChannel(name: string): BroadcastChannel | undefined {
  return typeof BroadcastChannel === 'function' ? tried(() => new BroadcastChannel(name)) : undefined;
}

/** A short text that is stored across visits; empty when there is none. */
export const recall = (key: string): string => tried(() => localStorage.getItem(key)) ?? '';

/** An empty text leaves nothing behind. */
export function remember(key: string, text: string): void {
  if (hasEnded()) return;
  tried(() => (text === '' ? localStorage.removeItem(key) : localStorage.setItem(key, text)));
}

/** On secure addresses only. */
export const serviceWorkers = (): ServiceWorkerContainer | undefined => tried(() => navigator.serviceWorker);
