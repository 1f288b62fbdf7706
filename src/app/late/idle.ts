/** Delays work that the first screen does not need until that is up. */

/** Safari has no requestIdleCallback; a short wait lets the first screen come first there. */
export function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 2_000 });
  else setTimeout(task, 500);
}
