/** When a sheet may come up by itself: never over a dialog, while somebody writes, or under a finger. */
import { useLayoutEffect } from 'preact/hooks';

/** How often it is looked, in milliseconds. */
const LOOK_MS = 250;

/**
 * Anything into which letters go: a sheet that came up below them would be read as an answer to them. Not a choice from a
 * list, such as that of the language, which has the focus long after it was made.
 */
const FIELDS = 'input:not([type=checkbox], [type=radio], [type=file]), textarea, [contenteditable]';

/** `isAtRest`: no finger, pointer or key was at the page a moment ago. */
export function mayOpen(isAtRest: () => boolean): boolean {
  return (
    document.visibilityState === 'visible' &&
    isAtRest() &&
    document.querySelector('dialog[open]') === null &&
    document.activeElement?.matches(FIELDS) !== true
  );
}

/** Calls `open` at the first moment that allows it, as long as it `isWanted`; now, if now does, before anything is drawn. */
export function useMayOpen(isWanted: boolean, isAtRest: () => boolean, open: () => void): void {
  useLayoutEffect(() => {
    if (!isWanted) return;
    const look = (): void => {
      if (mayOpen(isAtRest)) open();
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [isWanted]);
}
