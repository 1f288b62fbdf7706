/** Modal dialogs. */
import { useEffect, useRef } from 'preact/hooks';
import { catchFocus } from './focus.ts';

/**
 * Opens the dialog and keeps it open: neither Escape nor a back gesture is an answer. `onClose`: what they do when no
 * answer is needed now.
 */
export function useModal(onClose: (() => void) | undefined) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const before = document.activeElement;
    const open = (): void => {
      if (dialog.showModal) dialog.showModal();
      else dialog.setAttribute('open', ''); // Safari 15.0 to 15.3 knows no dialogs: shown without being modal
      dialog.querySelector('h2')?.focus();
    };
    const keep = (event: Event): void => {
      event.preventDefault();
      onClose?.();
    };
    const keepKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') keep(event);
    };
    dialog.setAttribute('closedby', 'none');
    dialog.addEventListener('cancel', keep);
    dialog.addEventListener('keydown', keepKey);
    dialog.addEventListener('close', open); // browsers close on a second request whatever `cancel` says
    open();
    return () => {
      dialog.removeEventListener('close', open);
      dialog.close?.();
      // By now it may be off the page, and browsers restore the focus only when a dialog closes on the page.
      if (before instanceof HTMLElement && document.activeElement === document.body)
        before.focus({ preventScroll: true });
      // When nothing had the focus at opening, nothing would have it now, and a keyboard would start at the top of the
      // page.
      requestAnimationFrame(catchFocus);
    };
  }, []);
  return ref;
}
