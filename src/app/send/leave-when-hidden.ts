/** What was pressed is not lost with the page: when it is hidden nobody can undo any more, and it may be ended at any time. */
import type { Departures } from './departures.ts';

/** Returns what takes it back. */
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
