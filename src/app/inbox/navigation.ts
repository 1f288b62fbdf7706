/**
 * Goes from place to place through the browser's history; the only file that adds to it. `arrivals.ts` and `handover.ts`
 * only take out of the address what brought the page up.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { above, hashOf, type Place, placeOf } from './place.ts';

export type Navigation = {
  readonly place: ReadonlySignal<Place>;
  /** The place that was left last by going back: where a list puts the focus again. */
  readonly left: ReadonlySignal<Place | undefined>;
  go(place: Place): void;
  /** To the place before, as the system's own back does it, or to the one above. */
  back(isAlone?: boolean): void;
};

/** How many places of this app lie before the present one, as it is kept in the history beside each. */
function depth(): number {
  const state: unknown = history.state;
  const known = typeof state === 'object' && state !== null && 'depth' in state ? state.depth : 0;
  return typeof known === 'number' ? known : 0;
}

export function createNavigation(): Navigation {
  const place = signal(placeOf(location.hash));
  const left = signal<Place | undefined>(undefined);
  let at = depth();
  addEventListener('popstate', () => {
    left.value = depth() < at ? place.value : undefined;
    at = depth();
    place.value = placeOf(location.hash);
  });
  const url = (to: Place): string => `${location.pathname}${location.search}${hashOf(to)}`;
  return {
    place,
    left,
    go(to) {
      at += 1;
      left.value = undefined;
      history.pushState({ depth: at }, '', url(to));
      place.value = to;
    },
    back(isAlone = false) {
      if (at > 0) {
        history.back();
        return;
      }
      left.value = place.value;
      const to = above(place.value, isAlone);
      history.replaceState({ depth: 0 }, '', url(to));
      place.value = to;
    },
  };
}
