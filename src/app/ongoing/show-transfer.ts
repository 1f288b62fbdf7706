/** Leads to a transfer in the list, from whatever screen. */
import type { TransferKey } from '../../transfer/view.ts';
import type { Navigation } from '../place/navigation.ts';

/** The first screen is drawn within a few frames; after so many it will not be. */
const MOST_FRAMES = 60;

export function showTransfer(key: TransferKey, { place, go }: Pick<Navigation, 'place' | 'go'>): void {
  if (place.peek().screen !== 'home') go({ screen: 'home' });
  look(MOST_FRAMES);

  function look(frames: number): void {
    // Several sends of one press share a card, which bears the name of one of them.
    const heading = document.getElementById(`title-${key}`) ?? document.getElementById('transfers-title');
    if (heading === null) {
      if (frames > 0) requestAnimationFrame(() => look(frames - 1));
      return;
    }
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'center' });
  }
}
