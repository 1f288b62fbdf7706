/**
 * Parts of the app that are loaded after the page, and if one of them cannot be. A module that could not be fetched
 * stays failed in most browsers (whatwg/html#6768), so only a new page mends it: the person must be told.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';

/** One failure may be the radio's fault, and some browsers do try again. */
const TOLERATED_FAILURES = 1;

export type Parts = {
  /** The result of `load`, which must always be the same function for the same part. */
  fetch<Part>(load: () => Promise<Part>): Promise<Part>;
  /** A part has failed again and again, and has not loaded since. */
  readonly isMissing: ReadonlySignal<boolean>;
};

export function createParts(): Parts {
  const failures = signal<ReadonlyMap<unknown, number>>(new Map());
  return {
    async fetch(load) {
      try {
        const part = await load();
        if (failures.value.has(load))
          failures.value = new Map([...failures.value].filter(([failed]) => failed !== load));
        return part;
      } catch (error) {
        failures.value = new Map(failures.value).set(load, (failures.value.get(load) ?? 0) + 1);
        throw error;
      }
    },
    isMissing: computed(() => [...failures.value.values()].some((count) => count > TOLERATED_FAILURES)),
  };
}

/** The parts of this page. */
export const parts: Parts = createParts();
