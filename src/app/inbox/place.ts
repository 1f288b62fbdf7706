/** A place in the app, as the part of the address behind `#`: the phone's back gesture and a reload keep to it. */

export type Place =
  | { readonly screen: 'home' }
  | { readonly screen: 'received' }
  | { readonly screen: 'deleted' }
  /** A received transfer, by its key; the screen finds out if it exists. */
  | { readonly screen: 'group'; readonly key: string }
  | { readonly screen: 'file'; readonly key: string; readonly index: number };

const HOME: Place = { screen: 'home' };
const RECEIVED = '#received';
/** Unlike any key of a transfer: they begin with `r-`. */
const DELETED = 'deleted';

/** Reads the hash of an address; anything unknown is the first screen. */
export function placeOf(hash: string): Place {
  const [first, key, index, ...more] = hash.split('/');
  if (first !== RECEIVED || more.length > 0) return HOME;
  if (key === undefined) return { screen: 'received' };
  if (!/^[\w-]+$/.test(key)) return HOME;
  if (index === undefined) return key === DELETED ? { screen: 'deleted' } : { screen: 'group', key };
  return /^\d{1,6}$/.test(index) ? { screen: 'file', key, index: Number(index) } : HOME;
}

/** The hash for a place; empty for the first screen. */
export function hashOf(place: Place): string {
  switch (place.screen) {
    case 'home':
      return '';
    case 'received':
      return RECEIVED;
    case 'deleted':
      return `${RECEIVED}/${DELETED}`;
    case 'group':
      return `${RECEIVED}/${place.key}`;
    case 'file':
      return `${RECEIVED}/${place.key}/${place.index}`;
  }
}

/** Where "Back" leads without a history. `isAlone`: the file is the only one of its transfer. */
export function above(place: Place, isAlone: boolean): Place {
  if (place.screen === 'file' && !isAlone) return { screen: 'group', key: place.key };
  return place.screen === 'home' || place.screen === 'received' ? HOME : { screen: 'received' };
}
