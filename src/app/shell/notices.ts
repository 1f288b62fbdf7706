/**
 * System notices: permission is asked for by a tap, and the service worker shows them, because on Android only it can.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { serviceWorkers } from '../device/site-data.ts';
import { plain } from '../i18n/plain.ts';

/** One notice at a time: a newer one replaces an older one. */
const TAG = 'offer';

export type Notices = {
  /** `unknown`: the person was not asked yet. `off`: refused, or not possible here. */
  readonly consent: ReadonlySignal<'unknown' | 'on' | 'off'>;
  /** Asks the person, in the browser's own words. Call it from a tap. */
  ask(): Promise<void>;
  /** A tap on the notice brings the app to the front. */
  show(title: string, body: string): Promise<void>;
  /** Removes the notice: the person has seen the offer in the app. */
  clear(): Promise<void>;
};

const CONSENT = { default: 'unknown', granted: 'on', denied: 'off' } as const;

export function createNotices(): Notices {
  const consent = signal<'unknown' | 'on' | 'off'>('off');
  // Without a worker (an untrusted certificate) no notice could be shown, so nobody is asked.
  const workers = serviceWorkers();
  if ('Notification' in globalThis)
    void workers?.ready.then(() => {
      consent.value = CONSENT[Notification.permission];
    });
  const worker = () => workers?.getRegistration();
  // One after the other: otherwise a slow clearing would remove a later notice, and Chromium loses a notice that is
  // looked up while it is being shown.
  let last: Promise<void> = Promise.resolve();
  const next = (step: () => Promise<void>) => {
    last = last.then(step).catch(() => {}); // for instance when the person has withdrawn the permission
    return last;
  };
  return {
    consent,
    async ask() {
      consent.value = CONSENT[await Notification.requestPermission()];
    },
    show: (title, body) =>
      next(async () => {
        const icons = { icon: '/icons/any-192.png', badge: '/icons/monochrome-192.png' };
        await (await worker())?.showNotification(plain(title), { body: plain(body), tag: TAG, ...icons });
      }),
    clear: () =>
      next(async () => {
        if (consent.value !== 'on') return;
        const shown = await (await worker())?.getNotifications({ tag: TAG });
        for (const notice of shown ?? []) notice.close();
      }),
  };
}
