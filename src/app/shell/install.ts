/**
 * How this app can be installed here, if at all. Chromium asks by itself, unless told to wait until a person presses.
 */
import { type ReadonlySignal, signal } from '@preact/signals';

/** Chromium only; https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface */
type BeforeInstallPromptEvent = Event & { prompt(): Promise<unknown> };

declare global {
  interface WindowEventMap {
    beforeinstallprompt: BeforeInstallPromptEvent;
  }
}

/** `dialog`: the browser has one. `by-hand`: through a menu of Safari on iOS, which has no dialog. */
export type InstallWay = 'dialog' | 'by-hand';

export type Install = {
  /** Absent when the app is already installed, or cannot be. */
  readonly way: ReadonlySignal<InstallWay | undefined>;
  /** Opens the browser's dialog. Call it from a tap. */
  open(): void;
};

/** Call it early: browsers offer installation once, soon after the page has loaded. */
export function watchInstall(): Install {
  let offered: BeforeInstallPromptEvent | undefined;
  // Only WebKit on iOS has the property; it is true in an app on the home screen.
  const isSafari = isSecureContext && navigator.standalone === false;
  const way = signal<InstallWay | undefined>(isSafari ? 'by-hand' : undefined);
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offered = event;
    way.value = 'dialog';
  });
  addEventListener('appinstalled', () => {
    way.value = undefined;
  });
  return {
    way,
    open() {
      // An event opens the dialog only once. After a refusal the browser sends another when it thinks fit.
      way.value = undefined;
      void offered?.prompt().catch(() => {});
      offered = undefined;
    },
  };
}
