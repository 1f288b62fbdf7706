/** Keeps the screen on while asked to. A dark screen stops the phone's Wi-Fi, and with it the transfer. */

import type { DeviceKind } from '../../protocol/signaling.ts';

/** What `keepScreenOn` needs of a browser; `Screen Wake Lock API`, secure contexts only. */
type WakeLockPorts = {
  request(): Promise<WakeLockSentinel>;
  isVisible(): boolean;
  /** Calls back each time that the page is shown or hidden. */
  onVisibility(changed: () => void): void;
};

/** Returns a function that says if the screen is to stay on. Where browsers cannot do that, nothing happens. */
export function keepScreenOn(ports: WakeLockPorts | undefined = browserPorts()): (wanted: boolean) => void {
  if (ports === undefined) return () => {};
  const { request, isVisible, onVisibility } = ports;
  let isWanted = false;
  let held: WakeLockSentinel | undefined;
  let isAsking = false;

  async function settle(): Promise<void> {
    if (isAsking) return; // settles again when the answer arrives
    // The system takes the lock from a hidden page, and refuses it when the battery is low.
    if (held?.released) held = undefined;
    if (isWanted && held === undefined && isVisible()) {
      isAsking = true;
      held = await request().catch(() => undefined);
      isAsking = false;
      if (held !== undefined) await settle();
    } else if (!isWanted && held !== undefined) {
      const lock = held;
      held = undefined;
      await lock.release();
    }
  }

  onVisibility(() => void settle());
  return (wanted) => {
    if (wanted === isWanted) return;
    isWanted = wanted;
    void settle();
  };
}

/**
 * True when this browser keeps the screen on when asked. On plain HTTP none does, and in apps on an iPhone's home
 * screen the lock did nothing before iOS 18.4 (WebKit 254545), which came with `Iterator`.
 */
export function canKeepScreenOn(): boolean {
  return 'wakeLock' in navigator && (navigator.standalone !== true || 'Iterator' in globalThis);
}

/** Whether only the person can keep the screen on. Computers do not go to sleep within minutes, and are not put into a pocket. */
export function mayDoze(
  { keepsScreenOn }: { readonly keepsScreenOn: boolean },
  { ownKind }: { readonly ownKind: DeviceKind },
): boolean {
  return !keepsScreenOn && ownKind !== 'computer';
}

function browserPorts(): WakeLockPorts | undefined {
  if (!('wakeLock' in navigator)) return undefined;
  return {
    request: () => navigator.wakeLock.request('screen'),
    isVisible: () => document.visibilityState === 'visible',
    onVisibility: (changed) => document.addEventListener('visibilitychange', changed),
  };
}
