/** What reads the code in a photo: it comes late, and may not come at all when the router is gone by then. */
import { brought } from '../late/brought.ts';
import { parts } from '../late/parts.ts';

/** A person looks at "Looking at the photo…" so long at most, in milliseconds, before it says that a part is missing. */
const PATIENCE_MS = 10_000;

const load = () => import('./read-code.ts');

/** Call it when the first screen is up, and for whoever is about to take a photo. */
export const fetchReader = (): void => void brought(load);

/** The reader; `undefined` when it does not come. */
export function theReader(): Promise<Awaited<ReturnType<typeof load>> | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  return Promise.race([parts.fetch(load).catch(() => undefined), late]);
}
