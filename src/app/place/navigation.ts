/**
 * Moves from place to place through the browser's history; the only file that adds to it. `arrivals.ts` and
 * `handover.ts` only remove from the address what opened the page.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { above, hashOf, type Place, placeOf } from './place.ts';

export type Navigation = {
  readonly place: ReadonlySignal<Place>;
  /** The place that was last left by going back: a list puts the focus there again. */
  readonly left: ReadonlySignal<Place | undefined>;
  go(place: Place): void;
  /** To the previous place, like the system's back, or to the one above. */
  back(isAlone?: boolean): void;
};

/**
 * How many places of this app lie before the present one, as recorded in each history entry; `undefined` in the entry of
 * a link that was followed.
 */
function depth(): number | undefined {
  const state: unknown = history.state;
  const known = typeof state === 'object' && state !== null && 'depth' in state ? state.depth : undefined;
  return typeof known === 'number' ? known : undefined;
}

/** For a press on a link within the app: no empty `#` is left in the address, and what is open is not opened again. */
export function follow(event: MouseEvent, navigation: Navigation, to: Place): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  scrollTo({ top: 0, behavior: 'instant' });
  if (hashOf(navigation.place.value) !== hashOf(to)) navigation.go(to);
}

export function createNavigation(): Navigation {
  const place = signal(placeOf(location.hash));
  const left = signal<Place | undefined>(undefined);
  const url = (to: Place): string => `${location.pathname}${location.search}${hashOf(to)}`;
  let at = depth() ?? 0;
  history.replaceState({ depth: at }, '', url(place.value));
  addEventListener('popstate', () => {
    const now = depth() ?? at + 1;
    const to = placeOf(location.hash);
    if (depth() === undefined) history.replaceState({ depth: now }, '', url(to));
    left.value = now < at ? place.value : undefined;
    at = now;
    place.value = to;
  });
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
