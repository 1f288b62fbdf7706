/** A page that does not wait as long as a person would have to. */

/**
 * For `initScript`: a call that nobody answers is given up after 10 s instead of 40 s (`CONNECT_MS`). Calls that are
 * answered connect in less, on a busy machine too.
 */
export const IMPATIENT = `{
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (work, ms, ...more) => wait(work, ms === 40_000 ? 10_000 : ms, ...more);
}`;
