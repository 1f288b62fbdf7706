/** Whether a finger, a pointer or a key was at this page a moment ago, or still is: then nothing may move under it. */

/** A second look, and the way of a thumb across a screen. In milliseconds. */
const REST_MS = 1_500;
/**
 * So long a finger is believed to lie still. A page does not always hear that it was lifted: not when what it lay on is gone
 * by then. In milliseconds.
 */
const HELD_MS = 10_000;
/** A list that goes on rolling after the thumb has left, and files that are dragged over it, are touches as well. */
const TOUCHES = ['keydown', 'wheel', 'scroll', 'dragover'] as const;
const POINTER = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const;
/** The browser takes a pointer away from the page when it begins to scroll; only these tell that the finger is still there. */
const FINGERS = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const;

/** What is heard of a window. */
export type Touched = {
  addEventListener<Name extends keyof WindowEventMap>(
    name: Name,
    heard: (event: WindowEventMap[Name]) => void,
    options: { readonly capture: true; readonly passive: true },
  ): void;
};

let touchedAt = Number.NEGATIVE_INFINITY;
let isPressed = false;
let hasFingers = false;

/** Call it once, when the page starts. */
export function watchTouches(page: Touched = window): void {
  const options = { capture: true, passive: true } as const;
  const touched = (): void => {
    touchedAt = performance.now();
  };
  for (const name of TOUCHES) page.addEventListener(name, touched, options);
  for (const name of POINTER)
    page.addEventListener(
      name,
      ({ buttons }) => {
        isPressed = buttons !== 0; // also after a button was let go outside of the window
        touched();
      },
      options,
    );
  for (const name of FINGERS)
    page.addEventListener(
      name,
      ({ touches }) => {
        hasFingers = touches.length > 0;
        touched();
      },
      options,
    );
}

/** How often it is looked, in milliseconds. */
const LOOK_MS = 250;

/** Resolves when it is at rest. */
export async function rest(): Promise<void> {
  while (!isAtRest()) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

export const isAtRest = (): boolean => performance.now() - touchedAt >= (isPressed || hasFingers ? HELD_MS : REST_MS);
