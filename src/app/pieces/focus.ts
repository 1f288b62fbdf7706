/** Where the focus goes when what had it is gone. */

/**
 * Puts the focus on the heading of the list of transfers, or else of the screen, if it has fallen to nothing: with a keyboard
 * or a screen reader one would have to begin at the top of the page again.
 */
export function catchFocus(): void {
  if (document.activeElement !== document.body && document.activeElement !== null) return;
  if (document.querySelector('dialog[open]') !== null) return; // it has the focus, or takes it in a moment
  const heading = document.getElementById('transfers-title') ?? document.querySelector<HTMLElement>('main h2, main h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
