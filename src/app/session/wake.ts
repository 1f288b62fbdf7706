/** Events of the browser about this page and its network that the connection to the router must hear. */

type WakeListener = {
  /** The page wakes up, and its socket may be dead. */
  woken(): void;
  /** The network has changed. */
  moved(): void;
  /** The page leaves for good. */
  left(): void;
  /** The browser keeps the page as it is, and stops all of it, workers and all, until somebody comes back to it. */
  shelved(): void;
  /** Somebody has come back to it. */
  back(): void;
};

export function watchWaking(listener: WakeListener): void {
  // A phone that walks to another router: its page stays, but its socket is dead.
  addEventListener('online', () => listener.moved());
  addEventListener('pageshow', ({ persisted }) => (persisted ? listener.back() : listener.woken()));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && listener.woken());
  // Whose page may come back from the cache is only away.
  addEventListener('pagehide', ({ persisted }) => (persisted ? listener.shelved() : listener.left()));
}
