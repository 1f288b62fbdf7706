/** What is not needed for the first screen waits until that is up. */

/** Safari has no requestIdleCallback; there a short wait lets the first screen come first. */
export function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 2_000 });
  else setTimeout(task, 500);
}
