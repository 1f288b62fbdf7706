/** Reads a short text from a router, or finds that it does not come. */

/** The text at an address; `undefined` when it does not come within `patienceMs`, or is an error. */
export async function textAt(url: string, patienceMs: number): Promise<string | undefined> {
  // AbortSignal.timeout would be shorter, but phones of 2021 do not know it.
  const trial = new AbortController();
  const timer = setTimeout(() => trial.abort(), patienceMs);
  try {
    const response = await fetch(url, { cache: 'no-store', signal: trial.signal });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
