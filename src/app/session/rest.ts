/** Whether a finger, a pointer or a key was at this page a moment ago: then nothing may move, because more may follow. */

/** A second look, and the way of a thumb across a screen. In milliseconds. */
const REST_MS = 1_500;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

let touchedAt = Number.NEGATIVE_INFINITY;

/** Call it once, when the page starts. */
export function watchTouches(): void {
  const touched = () => {
    touchedAt = performance.now();
  };
  for (const touch of TOUCHES) addEventListener(touch, touched, { capture: true, passive: true });
}

export const isAtRest = (): boolean => performance.now() - touchedAt >= REST_MS;
