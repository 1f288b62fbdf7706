/**
 * A long press on something that is no button: for actions that few people need and nobody should trigger by mistake.
 */

/** Longer than any press that means something else, in milliseconds. */
const HELD_MS = 2_000;

type Press = Pick<PointerEvent, 'target'>;

/**
 * Handlers for an element. Presses on a control inside it, moves that scroll, and presses that end early do not count.
 */
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
