/** Where the focus goes when the focused element is removed. */

/**
 * If the focus was lost, moves it to the heading of the list of transfers, or of the screen: otherwise people with a
 * keyboard or a screen reader would start again at the top of the page.
 */
export function catchFocus(): void {
  if (document.activeElement !== document.body && document.activeElement !== null) return;
  if (document.querySelector('dialog[open]') !== null) return; // the dialog has the focus, or takes it in a moment
  const heading = document.getElementById('transfers-title') ?? document.querySelector<HTMLElement>('main h2, main h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** For a press whose button goes with what it did, by the time of the next frame. */
export function catchFocusSoon(): void {
  requestAnimationFrame(() => catchFocus());
}
