/** The dialogs that others bring up, which are two, and whether each is up now: neither comes up over the other. */
import { signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

export const isUp = { offer: signal(false), makeSure: signal(false) };

/** For the dialog itself. */
export function useUp(which: keyof typeof isUp): void {
  useLayoutEffect(() => {
    isUp[which].value = true;
    return () => {
      isUp[which].value = false;
    };
  }, []);
}
