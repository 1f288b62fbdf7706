/** What stands above the lower edge must not sink or rise under a finger when a line of that edge comes or goes. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/** What rests upon the lower edge and has buttons: the sheet about an arrival, and what is about to leave. */
const UPON = '.arrival, .departing';
/** How often it is looked, in milliseconds. */
const LOOK_MS = 250;

/** The `wanted` line; as long as something stands upon the edge and a finger is at the page, the line of before. */
export function useStanding(wanted: boolean, isAtRest: () => boolean): boolean {
  const is = useSignal(wanted);
  useLayoutEffect(() => {
    if (is.peek() === wanted) return;
    const look = (): boolean => {
      const mayChange = document.querySelector(UPON) === null || isAtRest();
      if (mayChange) is.value = wanted;
      return mayChange;
    };
    if (look()) return;
    const timer = setInterval(() => look() && clearInterval(timer), LOOK_MS);
    return () => clearInterval(timer);
  }, [wanted]);
  return is.value;
}
