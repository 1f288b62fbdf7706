/** Keeps a tap that was meant for what stood there before from being an answer. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Longer than a tap takes that was on its way when the buttons appeared, too short to be waited for. In milliseconds. */
const SETTLE_MS = 350;

/** True when what is there has stood for `ms` milliseconds. `isThere`: it may appear after its component. */
export function useSettled(ms = SETTLE_MS, isThere = true): boolean {
  const settled = useSignal(false);
  useEffect(() => {
    settled.value = false;
    if (!isThere) return;
    const timer = setTimeout(() => {
      settled.value = true;
    }, ms);
    return () => clearTimeout(timer);
  }, [isThere]);
  return settled.value;
}
