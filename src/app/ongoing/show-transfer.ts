/** Leads to a transfer in the list, from whatever screen. */
import type { TransferKey } from '../../transfer/view.ts';
import type { Navigation } from '../place/navigation.ts';

/** The first screen is drawn within a few frames; after so many it will not be. */
const MOST_FRAMES = 60;

export function showTransfer(key: TransferKey, { place, go }: Pick<Navigation, 'place' | 'go'>): void {
  if (place.peek().screen !== 'home') go({ screen: 'home' });
  look(MOST_FRAMES);

  function look(frames: number): void {
    // Only in the list: the screen that is left may be drawn still, and bear the same name. Several sends of one press
    // share a card.
    const card = document.querySelector(`.transfer-list > [data-of~="${CSS.escape(key)}"]`);
    const heading = card?.querySelector<HTMLElement>('.transfer-title') ?? document.getElementById('transfers-title');
    if (heading === null) {
      if (frames > 0) requestAnimationFrame(() => look(frames - 1));
      return;
    }
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'center' });
  }
}
