/**
 * Lets everything leave when the page is hidden: nobody can undo there any more, and the page may be ended at any time.
 */
import type { Departures } from './departures.ts';

/** Returns a function that stops this. */
export function leaveWhenHidden({ allLeaveNow }: Pick<Departures, 'allLeaveNow'>): () => void {
  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') allLeaveNow();
  };
  addEventListener('pagehide', allLeaveNow);
  document.addEventListener('visibilitychange', onHidden);
  return () => {
    removeEventListener('pagehide', allLeaveNow);
    document.removeEventListener('visibilitychange', onHidden);
  };
}
