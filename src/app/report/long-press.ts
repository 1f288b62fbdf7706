/**
 * A long press on something that is no button: for actions that few people need and nobody should trigger by mistake.
 */

/** Longer than any press that means something else, in milliseconds. */
const HELD_MS = 2_000;
/** A finger that lies still moves less, in CSS pixels; more scrolls or selects. */
const STILL_PX = 10;

/** Presses on these, or within them, mean something else. */
const CONTROLS = 'a, button, form, input, label, select, textarea';

/**
 * Calls `onHeld` after a long press on what `place` selects, until the result is called. What scrolls, selects text,
 * opens a menu or ends early does not count. While a finger is down, `place` has `data-pressed`: style it so that the
 * press selects no text there. A mouse selects by moving, and needs no such thing.
 */
export function watchLongPress(root: EventTarget, place: string, onHeld: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressed: Element | undefined;
  let from = { x: 0, y: 0 };
  const end = (): void => {
    clearTimeout(timer);
    pressed?.removeAttribute('data-pressed');
    pressed = undefined;
  };
  const begin = ({ target, button, isPrimary, pointerType, clientX: x, clientY: y }: PointerEvent): void => {
    end();
    if (button !== 0 || !isPrimary || !(target instanceof Element) || target.closest(CONTROLS) !== null) return;
    const around = target.closest(place);
    if (around === null) return;
    from = { x, y };
    pressed = around;
    if (pointerType !== 'mouse') pressed.setAttribute('data-pressed', '');
    timer = setTimeout(() => {
      end();
      onHeld();
    }, HELD_MS);
  };
  const move = ({ clientX, clientY }: PointerEvent): void => {
    if (Math.hypot(clientX - from.x, clientY - from.y) > STILL_PX) end();
  };
  const handlers = { pointerdown: begin, pointermove: move, pointerup: end, pointercancel: end, contextmenu: end };
  for (const [type, handler] of Object.entries(handlers)) root.addEventListener(type, handler as EventListener);
  return () => {
    end();
    for (const [type, handler] of Object.entries(handlers)) root.removeEventListener(type, handler as EventListener);
  };
}
