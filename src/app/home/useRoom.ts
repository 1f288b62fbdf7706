/** Room above what a finger is on its way to: it grows in the moment of a press, and is taken away only at rest. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/** True while it `isWanted`, and after that until `rest`. */
export function useRoom(isWanted: boolean, rest: () => Promise<void>): boolean {
  const isKept = useSignal(isWanted);
  useLayoutEffect(() => {
    if (isWanted) {
      isKept.value = true;
      return;
    }
    let isStill = true;
    rest().then(() => {
      if (isStill) isKept.value = false;
    });
    return () => {
      isStill = false;
    };
  }, [isWanted]);
  return isWanted || isKept.value;
}
