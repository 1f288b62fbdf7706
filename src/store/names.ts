/** The names under which this app stores things in a browser, so that all of them, and only they, can be removed. */

/** Every database and every key of `localStorage` begins with this; other apps may share the origin. */
export const OWN_PREFIX = 'hikyaku-';

/** The key-value stores, each in a database of its own. */
export const STORES = [
  'settings',
  'shared',
  'received',
  'sent',
  'packs',
  'ledger',
  'people',
  'past',
  'words',
  'messages',
  'blobs',
] as const;
export type StoreName = (typeof STORES)[number];

export const databaseOf = (store: StoreName): string => `${OWN_PREFIX}${store}`;

/** Our directory in the origin private file system. Nothing else of the app writes there. */
export const PACKS_DIRECTORY = 'packs';

/** The service worker, which keeps the app of a whole origin. */
export const WORKER_PATH = '/sw.js';

/** On which the pages of this device tell each other, and their workers, that everything is being forgotten. */
export const FORGET_CHANNEL = 'hikyaku-forget';
