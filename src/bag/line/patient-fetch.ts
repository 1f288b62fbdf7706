/** A browser's `fetch` with an end: over a radio that has gone, one of its own may come after minutes, or never. */

/** For what has no body, from its beginning; and for files, in milliseconds: as long as a router waits for one (`listening.ts`). */
const LIMIT_MS = { short: 30_000, file: 15 * 60 * 1000 };

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export type PatientPorts = {
  readonly fetch: Fetch;
  readonly schedule: (task: () => void, ms: number) => () => void;
};

/** Rejects, as without a network, when it takes too long. `isShort`: whatever the method, its answer is short. */
export const patientFetch =
  ({ fetch, schedule }: PatientPorts, isShort = false): Fetch =>
  async (url, init = {}) => {
    const limit = new AbortController();
    const ms = isShort || init.method === 'HEAD' ? LIMIT_MS.short : LIMIT_MS.file;
    const stop = schedule(() => limit.abort(), ms);
    const response = await fetch(url, { ...init, signal: limit.signal }).catch((error: unknown) => {
      stop();
      throw error;
    });
    // What is read of a body is within the same time.
    if (response.body === null) stop();
    return response;
  };
