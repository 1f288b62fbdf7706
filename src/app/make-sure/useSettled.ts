/** Keeps a tap that was meant for what stood there before from being an answer. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** True `ms` milliseconds after the component has appeared. */
export function useSettled(ms: number): boolean {
  const settled = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      settled.value = true;
    }, ms);
    return () => clearTimeout(timer);
  }, []);
  return settled.value;
}
