/** Going back leads to the link by which one came: for who uses a keyboard or a screen reader. */
import { useSignalEffect } from '@preact/signals';
import type { Navigation } from '../place/navigation.ts';
import { hashOf } from '../place/place.ts';

export function useReturn({ place, left }: Navigation): void {
  useSignalEffect(() => {
    const from = place.value.screen === 'home' ? left.value : undefined;
    if (from === undefined) return;
    // Not before the first screen is drawn again.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const way = document.querySelector<HTMLElement>(`a[href="${hashOf(from)}"]`);
      (way ?? document.querySelector<HTMLElement>('main h2'))?.focus({ preventScroll: true });
    });
  });
}
