/**
 * Runs in each file of tests. They share their processes; so what a file has put in place of the world goes when it ends, and
 * the next one loads its modules anew. What `vi.mock` has put in a module's place a file has to take away itself.
 */
import { afterAll, vi } from 'vitest';

/** The router's program listens to their failures as long as its process lives: once more each time that it is loaded. */
const streams = [process.stdout, process.stderr].map((stream) => ({ stream, before: stream.listeners('error') }));

/** Takes away who has begun to listen since the file began. */
export function leaveStreams(): void {
  for (const { stream, before } of streams)
    for (const listener of stream.listeners('error'))
      if (!before.includes(listener)) stream.off('error', listener as () => void);
}

afterAll(() => {
  leaveStreams();
  vi.useRealTimers();
  vi.restoreAllMocks(); // what `vi.spyOn` watches or replaces
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.resetModules();
});
