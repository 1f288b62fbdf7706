/** A press that lasts, on what is no button: for what few people need and nobody should meet by mistake. */

/** Longer than any press that means something else, in milliseconds. */
const HELD_MS = 2_000;

type Press = Pick<PointerEvent, 'target'>;

/** Handlers for an element. A press on a control inside of it, one that moves to scroll, and one that ends early are none. */
export function longPress(onHeld: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => clearTimeout(timer);
  return {
    onPointerDown({ target }: Press): void {
      end();
      if (target instanceof Element && target.closest('button, input') === null) timer = setTimeout(onHeld, HELD_MS);
    },
    onPointerUp: end,
    onPointerCancel: end,
    onPointerLeave: end,
  };
}
