/** Fetches a part as often as it takes. */
import { parts } from './parts.ts';

/** Pause between two tries, in milliseconds. When all of them fail, `parts.isMissing` says so. */
const RETRY_MS = 2_000;

/** Resolves to what `load` brings; asks again as often as it takes. */
export async function brought<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await parts.fetch(load);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
