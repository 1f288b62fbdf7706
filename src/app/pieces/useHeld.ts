/** What may change under a finger is shown as it was until nobody is about to press anything. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { rest } from '../session/rest.ts';

/** `now`, once the page is at rest; the first value at once. */
export function useHeld<T>(now: T): T {
  const held = useSignal(now);
  useEffect(() => {
    if (held.peek() === now) return;
    let isCurrent = true;
    void rest().then(() => {
      if (isCurrent) held.value = now;
    });
    return () => {
      isCurrent = false;
    };
  }, [now]);
  return held.value;
}
