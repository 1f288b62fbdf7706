/** What "forget everything" removes, in which order, and what is lost. Pure but for the timers of `removeAll`. */

import { databaseOf, OWN_PREFIX, STORES } from '../../store/names.ts';
import { WORDS_CACHE } from '../../sw/api.ts';
import { isActive } from '../../transfer/about-view.ts';
import type { TransferView } from '../../transfer/view.ts';
import { inboxOf, sumOf } from '../inbox/inbox.ts';

/** The places where a browser stores our data. `worker`: the service worker with its notices. */
export const KEEPING_PLACES = ['databases', 'worker', 'texts', 'files', 'caches'] as const;
export type KeepingPlace = (typeof KEEPING_PLACES)[number];

/**
 * One stage after the other; the places of a stage together. A service worker would fill its cache again while it
 * exists, and the system releases the files of an engine only some moments after its end.
 */
const STAGES: readonly (readonly KeepingPlace[])[] = [
  ['databases', 'worker', 'texts'],
  ['files', 'caches'],
];

/**
 * A place that takes longer than this counts as not removed, in milliseconds: storage that hangs never answers. A busy old WebKit took
 * more than five seconds for eleven databases.
 */
export const PATIENCE_MS = 10_000;
/** The longest that `removeAll` takes, in milliseconds. */
export const LONGEST_MS = STAGES.length * PATIENCE_MS;

/** Each empties its place, and rejects when it could not. */
export type Effects = Readonly<Record<KeepingPlace, () => Promise<void>>>;

/** Removes everything. Returns what is left: places that failed, or did not answer in time. */
export async function removeAll(effects: Effects): Promise<readonly KeepingPlace[]> {
  const left: KeepingPlace[] = [];
  for (const stage of STAGES) {
    const gone = await Promise.all(stage.map((place) => isRemoved(effects[place])));
    left.push(...stage.filter((_, index) => !gone[index]));
  }
  return left;
}

async function isRemoved(remove: () => Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  // In a separate function: some browsers throw when a refused interface is merely touched.
  const removed = (async () => remove())().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([removed, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Names of our databases. `listed`: all of the origin; absent when the browser does not list them (Firefox before 126).
 */
export function ownDatabases(listed: readonly { readonly name?: string | undefined }[] | undefined): readonly string[] {
  if (listed === undefined) return STORES.map(databaseOf);
  return listed.flatMap(({ name }) => (name?.startsWith(OWN_PREFIX) ? [name] : []));
}

export const ownTexts = (keys: readonly string[]): readonly string[] =>
  keys.filter((key) => key.startsWith(OWN_PREFIX));

/**
 * True when workbox-precaching made this cache for the service worker of `origin`, or that made it for words: the name
 * ends with the worker's scope.
 */
export const isOwnCache = (name: string, origin: string): boolean =>
  ['workbox-precache-', `${WORDS_CACHE}-`].some((begin) => name.startsWith(begin)) && name.endsWith(`-${origin}/`);

/** Places from another page, which may be of another version. */
export const placesIn = (told: readonly unknown[]): readonly KeepingPlace[] =>
  KEEPING_PLACES.filter((place) => told.includes(place));

export type Loss = {
  /** Received files, and how many of them may be nowhere else. Absent while that is unknown. */
  readonly received: { readonly files: number; readonly unsaved: number } | undefined;
  /** Transfers that are under way or unfinished; none of them can go on later. */
  readonly underWay: number;
};

/** `isKnown`: the engine has reported earlier visits. */
export function lossOf(transfers: readonly TransferView[], isKnown: boolean): Loss {
  const { files, unsaved } = sumOf(inboxOf(transfers).saved);
  return { received: isKnown ? { files, unsaved } : undefined, underWay: transfers.filter(isActive).length };
}
