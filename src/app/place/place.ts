/** A place in the app, as the part of the address behind `#`: the phone's back gesture and a reload keep to it. */

export type Place =
  | { readonly screen: 'home' }
  /** This router and this device: help, switches, and what is seldom needed. */
  | { readonly screen: 'here' }
  /** How somebody else gets here. */
  | { readonly screen: 'bring' }
  | { readonly screen: 'received' }
  | { readonly screen: 'deleted' }
  /** A received transfer, by its key; the screen finds out if it exists. */
  | { readonly screen: 'group'; readonly key: string }
  | { readonly screen: 'file'; readonly key: string; readonly index: number }
  | { readonly screen: 'people' }
  /** `invited`: what stood in a link into a group. It is a secret, and no part of the address that stays. */
  | { readonly screen: 'groups'; readonly invited?: string }
  /** What everybody here can read, one of its posts by its id, and a new one. */
  | { readonly screen: 'board' }
  | { readonly screen: 'post'; readonly id: string }
  | { readonly screen: 'write' }
  /** Anybody, by the id of their device; the screen finds out who it is. */
  | { readonly screen: 'person'; readonly id: string };

/** The places of the inbox. */
export type InboxPlace = Extract<Place, { readonly screen: 'received' | 'deleted' | 'group' | 'file' }>;

const HOME: Place = { screen: 'home' };
const HERE = '#here';
const BRING = `${HERE}/bring`;
const RECEIVED = '#received';
const PEOPLE = '#people';
const GROUPS = '#groups';
const BOARD = '#board';
/** Unlike any id of a post: they are hexadecimal. */
const WRITE = 'new';
/** A link into a group begins so; its code follows. */
export const INVITATION = '#group=';
/** Unlike any key of a transfer: they begin with `r-`. */
const DELETED = 'deleted';

/** Reads the hash of an address; anything unknown is the first screen. */
export function placeOf(hash: string): Place {
  if (hash.startsWith(INVITATION)) return { screen: 'groups', invited: hash.slice(INVITATION.length) };
  if (hash === GROUPS) return { screen: 'groups' };
  if (hash === HERE) return { screen: 'here' };
  if (hash === BRING) return { screen: 'bring' };
  const [first, key, index, ...more] = hash.split('/');
  if (first === PEOPLE) return personOf(key, index);
  if (first === BOARD) return index === undefined ? postOf(key) : HOME;
  if (first !== RECEIVED || more.length > 0) return HOME;
  if (key === undefined) return { screen: 'received' };
  if (!/^[\w-]+$/.test(key)) return HOME;
  if (index === undefined) return key === DELETED ? { screen: 'deleted' } : { screen: 'group', key };
  return /^\d{1,6}$/.test(index) ? { screen: 'file', key, index: Number(index) } : HOME;
}

function personOf(id: string | undefined, more: string | undefined): Place {
  if (id === undefined) return { screen: 'people' };
  return more === undefined && /^[\w-]+$/.test(id) ? { screen: 'person', id } : HOME;
}

function postOf(id: string | undefined): Place {
  if (id === undefined) return { screen: 'board' };
  return id === WRITE ? { screen: 'write' } : /^\w+$/.test(id) ? { screen: 'post', id } : HOME;
}

/** The hash for a place; empty for the first screen. */
export function hashOf(place: Place): string {
  switch (place.screen) {
    case 'home':
      return '';
    case 'here':
      return HERE;
    case 'bring':
      return BRING;
    case 'received':
      return RECEIVED;
    case 'deleted':
      return `${RECEIVED}/${DELETED}`;
    case 'group':
      return `${RECEIVED}/${place.key}`;
    case 'file':
      return `${RECEIVED}/${place.key}/${place.index}`;
    case 'groups':
      return GROUPS;
    case 'people':
      return PEOPLE;
    case 'person':
      return `${PEOPLE}/${place.id}`;
    case 'board':
      return BOARD;
    case 'write':
      return `${BOARD}/${WRITE}`;
    case 'post':
      return `${BOARD}/${place.id}`;
  }
}

/** Where "Back" leads without a history. `isAlone`: the file is the only one of its transfer. */
export function above(place: Place, isAlone: boolean): Place {
  switch (place.screen) {
    case 'home':
    case 'here':
    case 'bring':
    case 'received':
    case 'people':
    case 'groups':
    case 'person':
    case 'board':
      return HOME;
    case 'post':
    case 'write':
      return { screen: 'board' };
    case 'deleted':
    case 'group':
      return { screen: 'received' };
    case 'file':
      return isAlone ? { screen: 'received' } : { screen: 'group', key: place.key };
  }
}
