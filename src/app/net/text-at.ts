/** Reads a short text from a router, or learns that it does not come. */

/** The text at an address; nothing when it does not come within `patienceMs`, or is no success. */
export async function textAt(url: string, patienceMs: number): Promise<string | undefined> {
  // Not AbortSignal.timeout, which phones of 2021 do not know.
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
