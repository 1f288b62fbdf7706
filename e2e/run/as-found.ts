/**
 * Runs in each file of tests. They share their processes; so what a file has put in place of the world goes when it ends, and
 * the next one loads its modules anew. What `vi.mock` has put in a module's place a file has to take away itself.
 */
import { afterAll, vi } from 'vitest';

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks(); // what `vi.spyOn` watches or replaces
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.resetModules();
});
