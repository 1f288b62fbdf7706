/** What the browser says of this page and its network that the connection to the router has to hear. */

type WakeListener = {
  /** The page wakes up, and its socket may lead nowhere. */
  woken(): void;
  /** The network is another one. */
  moved(): void;
  /** The page goes for good. */
  left(): void;
};

export function watchWaking(listener: WakeListener): void {
  // A phone that walks to another router: its page stays, its socket leads nowhere.
  addEventListener('online', () => listener.moved());
  addEventListener('pageshow', () => listener.woken());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && listener.woken());
  // Not when the page may come back from the cache: then it is only away.
  addEventListener('pagehide', ({ persisted }) => persisted || listener.left());
}
