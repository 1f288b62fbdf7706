/**
 * Parts of the app that come later than the page, and whether one of them does not come. A module that could not be fetched
 * stays failed in most browsers (whatwg/html#6768), so that only a new page mends it: a person has to be told.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';

/** One failure may be the radio's, and some browsers do ask again. */
const TOLERATED_FAILURES = 1;

export type Parts = {
  /** What `load` brings. `load` is always the same function for the same part. */
  fetch<Part>(load: () => Promise<Part>): Promise<Part>;
  /** Some part has failed again and again, and not come since. */
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

/** Those of this page. */
export const parts: Parts = createParts();
