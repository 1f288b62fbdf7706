/** Notifications of the system: asked for by a tap, shown through the service worker, which alone can on Android. */
import { type ReadonlySignal, signal } from '@preact/signals';

/** One notice at a time: a newer one takes the place of an older one. */
const TAG = 'offer';

export type Notices = {
  /** `unknown`: the person was not asked yet. `off`: refused, or not to be had here. */
  readonly consent: ReadonlySignal<'unknown' | 'on' | 'off'>;
  /** Asks the person, in the browser's own words. Call it from a tap. */
  ask(): Promise<void>;
  /** A tap on the notice brings the app to the front. */
  show(title: string, body: string): Promise<void>;
  /** Takes the notice away: it has been seen in the app. */
  clear(): Promise<void>;
};

const CONSENT = { default: 'unknown', granted: 'on', denied: 'off' } as const;

export function createNotices(): Notices {
  const consent = signal<'unknown' | 'on' | 'off'>('off');
  // Nobody is asked in vain: without a worker (a certificate that is not trusted) nothing could be shown.
  if ('Notification' in globalThis && 'serviceWorker' in navigator)
    void navigator.serviceWorker.ready.then(() => {
      consent.value = CONSENT[Notification.permission];
    });
  const worker = () => navigator.serviceWorker.getRegistration();
  return {
    consent,
    async ask() {
      consent.value = CONSENT[await Notification.requestPermission()];
    },
    async show(title, body) {
      const icons = { icon: '/icons/any-192.png', badge: '/icons/monochrome-192.png' };
      // Browsers throw when the person has withdrawn the permission meanwhile.
      await (await worker())?.showNotification(title, { body, tag: TAG, ...icons }).catch(() => {});
    },
    async clear() {
      if (consent.value !== 'on') return;
      for (const notice of (await (await worker())?.getNotifications({ tag: TAG })) ?? []) notice.close();
    },
  };
}
